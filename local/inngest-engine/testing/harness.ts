import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { type AppServer, startAppServer } from "./app-server.ts";
import { type EngineProcess, startEngineProcess, untilSynced } from "./engine-process.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export type Harness = {
  database: TestDatabase;
  engine: EngineProcess;
  app: AppServer;
  client: Inngest;
  /** Serves these functions and waits until the engine knows them. */
  serve(functions: InngestFunction.Any[]): Promise<void>;
  close(): Promise<void>;
};

export type HarnessOptions = {
  checkpointing: boolean;
  appId?: string;
  settings?: Record<string, string>;
  client?: { isDev?: boolean; signingKey?: string; eventKey?: string };
};

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** One database, one engine process and one app in this process, wired together. */
export async function startHarness({ checkpointing, appId, settings, client }: HarnessOptions): Promise<Harness> {
  const database = await createTestDatabase();
  const app = await startAppServer();
  const engine = await startEngineProcess({
    INNGEST_ENGINE_DATABASE_URL: database.url,
    INNGEST_ENGINE_APP_URL: app.url,
    INNGEST_ENGINE_RETRY_SECONDS: "0.2",
    ...settings,
  });
  const inngest = createClient({ id: appId ?? "app", baseUrl: engine.url, checkpointing, ...client });
  return {
    database,
    engine,
    app,
    client: inngest,
    async serve(functions) {
      app.handle(serve({ client: inngest, functions }));
      await untilSynced(engine.url, functions.length);
    },
    async close() {
      await engine.kill();
      await app.close();
      await database.drop();
    },
  };
}

/** An SDK client that keeps its own counsel. */
export function createClient(options: {
  id: string;
  baseUrl: string;
  checkpointing: boolean;
  isDev?: boolean;
  signingKey?: string;
  eventKey?: string;
}): Inngest {
  return new Inngest({ isDev: true, logger: silent, internalLogger: silent, ...options });
}
