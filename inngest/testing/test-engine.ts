import { serve } from "inngest/node";
import { afterAll } from "vitest";
import { startAppServer } from "#local/inngest-engine/testing/app-server.ts";
import { startEngineProcess, untilSynced } from "#local/inngest-engine/testing/engine-process.ts";
import { createTestDatabase } from "#local/inngest-engine/testing/test-database.ts";

/**
 * The local Inngest engine as a process of its own, running the app's functions in this one. Call it before
 * anything imports the Inngest client: `INNGEST_DEV` is set here.
 */
export async function testEngine({ concurrency = 4, nightlySyncs = 4 } = {}) {
  const database = await createTestDatabase();
  const app = await startAppServer();
  const settings = {
    INNGEST_ENGINE_DATABASE_URL: database.url,
    INNGEST_ENGINE_APP_URL: app.url,
    INNGEST_ENGINE_RETRY_SECONDS: "1",
    INNGEST_ENGINE_LEASE_SECONDS: "4",
  };
  let engine = await startEngineProcess(settings);
  process.env.INNGEST_DEV = engine.url;
  const { inngest } = await import("#inngest/client.ts");
  const { buildFunctions } = await import("#inngest/functions/index.ts");
  const functions = buildFunctions({ concurrency, nightlySyncs });
  app.handle(serve({ client: inngest, functions }));
  await untilSynced(engine.url, functions.length);

  afterAll(async () => {
    await engine.kill();
    await app.close();
    await database.drop();
  });
  return {
    /** Kills the engine in the middle of its work and starts it again where its clients look for it. */
    killAndRestart: async () => {
      const port = String(engine.port);
      await engine.kill();
      engine = await startEngineProcess({ ...settings, INNGEST_ENGINE_PORT: port });
    },
  };
}
