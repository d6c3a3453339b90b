import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import type { TestContext } from "vitest";
import { type AppServer, startAppServer } from "./app-server.ts";
import { type EngineProcess, startEngineProcess, untilSynced } from "./engine-process.ts";
import { type RunReader, readRuns } from "./run-reader.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export type Harness = RunReader & {
  database: TestDatabase;
  engine: EngineProcess;
  app: AppServer;
  client: Inngest;
  /** Serves these functions and waits until the engine knows them. */
  serve(functions: InngestFunction.Any[]): Promise<void>;
  /** Starts the engine again on its port, after it was killed. */
  restartEngine(): Promise<void>;
  /** Lets the app listen again on its port, after it was closed. */
  reopenApp(port: number, functions: InngestFunction.Any[]): Promise<void>;
  /** Serves another app's functions on the same engine. */
  addApp(id: string, functions: (client: Inngest) => InngestFunction.Any[]): Promise<AppServer>;
  close(): Promise<void>;
};

export type HarnessOptions = {
  /** URL of the PostgreSQL server; by default the test run's. */
  server?: string;
  checkpointing: boolean;
  appId?: string;
  settings?: Record<string, string>;
  client?: { isDev?: boolean; signingKey?: string; eventKey?: string };
};

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** One database, one engine process and one app in this process, wired together. */
export async function startHarness(options: HarnessOptions): Promise<Harness> {
  const { checkpointing, appId = "app" } = options;
  const database = await createTestDatabase(options.server);
  const app = await startAppServer();
  const settings = {
    INNGEST_ENGINE_DATABASE_URL: database.url,
    INNGEST_ENGINE_APP_URL: app.url,
    INNGEST_ENGINE_RETRY_SECONDS: "0.2",
    ...options.settings,
  };
  const engine = await startEngineProcess(settings);
  const client = createClient({ id: appId, baseUrl: engine.url, checkpointing, ...options.client });
  const harness: Harness = {
    database,
    engine,
    app,
    client,
    ...readRuns(database, appId),
    async serve(functions) {
      harness.app.handle(serve({ client, functions }));
      await untilSynced(engine.url, functions.length);
    },
    async restartEngine() {
      const { port, url } = harness.engine;
      harness.engine = await startEngineProcess({ ...settings, INNGEST_ENGINE_PORT: String(port) });
      await untilSynced(url, 1);
    },
    async reopenApp(port, functions) {
      harness.app = await startAppServer(port);
      harness.app.handle(serve({ client, functions }));
    },
    async addApp(id, functions) {
      const other = createClient({ id, baseUrl: engine.url, checkpointing });
      const server = await startAppServer();
      server.handle(serve({ client: other, functions: functions(other) }));
      // Out-of-band: asked by anybody, the SDK registers itself with the engine.
      await fetch(server.url, { method: "PUT" });
      return server;
    },
    async close() {
      await harness.engine.kill();
      await harness.app.close();
      await database.drop();
    },
  };
  return harness;
}

/** A harness that is closed when the test ends. */
export async function startHarnessIn(test: TestContext, options: HarnessOptions): Promise<Harness> {
  const harness = await startHarness(options);
  test.onTestFinished(() => harness.close());
  return harness;
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
