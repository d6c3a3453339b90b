import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { type AppServer, startAppServer } from "./app-server.ts";
import { type EngineProcess, startEngineProcess, untilSynced } from "./engine-process.ts";
import { eventually } from "./eventually.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export type Harness = {
  database: TestDatabase;
  engine: EngineProcess;
  app: AppServer;
  client: Inngest;
  /** Serves these functions and waits until the engine knows them. */
  serve(functions: InngestFunction.Any[]): Promise<void>;
  /** Waits until the function has `count` runs of that status. */
  untilRun(fn: string, status: string, count?: number): Promise<void>;
  /** Outputs of the function's ended runs, oldest first. */
  outputs(fn: string): Promise<unknown[]>;
  /** How many jobs the function's runs have left. */
  jobsOf(fn: string): Promise<number>;
  /** Waits until that many steps of all runs wait for an event. */
  untilWaits(count: number): Promise<void>;
  close(): Promise<void>;
};

export type HarnessOptions = {
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
export async function startHarness({
  checkpointing,
  appId,
  settings,
  client,
}: HarnessOptions): Promise<Harness> {
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
    ...runReader(database, inngest.id),
    async close() {
      await engine.kill();
      await app.close();
      await database.drop();
    },
  };
}

/** Looks at the runs of an app's functions in the engine's tables. */
export function runReader(
  { sql }: TestDatabase,
  appId: string,
): Pick<Harness, "untilRun" | "outputs" | "jobsOf" | "untilWaits"> {
  const slug = (fn: string) => `${appId}-${fn}`;
  return {
    async untilRun(fn, status, count = 1) {
      await eventually(`${count} × ${fn} ${status}`, async () => {
        const rows = await sql`select 1 from run where fn = ${slug(fn)} and status = ${status}`;
        return rows.length >= count;
      });
    },
    async untilWaits(count) {
      await eventually(`${count} waits`, async () => {
        const rows = await sql`select 1 from wait where step is not null`;
        return rows.length >= count;
      });
    },
    async outputs(fn) {
      const rows =
        await sql`select output from run where fn = ${slug(fn)} and ended_at is not null order by id`;
      return rows.map((row) => row.output);
    },
    async jobsOf(fn) {
      const rows = await sql`select 1 from job join run on run.id = job.run where run.fn = ${slug(fn)}`;
      return rows.length;
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
