import { join } from "node:path";
import { createDatabase, databaseUrl } from "../postgres/database.ts";
import { freePort } from "../postgres/free-port.ts";
import { type RunningPostgres, startPostgres } from "../postgres/start-postgres.ts";
import type { DatabaseAddresses } from "./app-environment.ts";
import type { Launch } from "./launch.ts";
import { Problem } from "./problem.ts";
import type { Role } from "./run-list.ts";
import { saysReady, startService } from "./service.ts";
import type { Environment } from "./spawn-logged.ts";
import { supervise } from "./supervise.ts";

/** The role the app signs in with: no owner of tables, bound by row-level security. */
const APP_ROLE = "lading_app";
const PREFERRED = { postgres: 54_329, engine: 8_288, sandbox: 4_010 };

/** The embedded PostgreSQL with a database for the app and one for the job engine; undefined when one is configured. */
export async function startDatabase(
  launch: Launch,
  appPassword: string,
): Promise<DatabaseAddresses | undefined> {
  const { settings, say, giveUp, runs } = launch;
  if (!settings.standIns.postgres) return undefined;
  const logFile = join(settings.dataDir, "logs", "postgres.log");
  let first: RunningPostgres | undefined;
  const start = async () => {
    const port = first?.port ?? PREFERRED.postgres;
    const samePort = first !== undefined;
    const server = await startPostgres({ dataDir: settings.dataDir, port, samePort, logFile });
    first ??= server;
    return { ready: Promise.resolve(), ended: server.ended, stop: server.stop };
  };
  const service = supervise({ title: "The database", start, say, giveUp });
  runs.add("postgres", service);
  await service.ready;
  if (!first) return undefined;
  if (first.notice) say(first.notice);
  if (first.adopted) say("The database was still running from last time.");
  return await createDatabases(first.url, appPassword);
}

async function createDatabases(serverUrl: string, appPassword: string): Promise<DatabaseAddresses> {
  const ownerUrl = await createDatabase(serverUrl, "lading");
  const appUrl = new URL(ownerUrl);
  appUrl.username = APP_ROLE;
  appUrl.password = appPassword;
  await createDatabase(serverUrl, "inngest");
  return { ownerUrl, appUrl: appUrl.href, engineUrl: databaseUrl(serverUrl, "inngest") };
}

/** The local job engine's address; undefined when an Inngest is configured. */
export async function startEngine(
  launch: Launch,
  embeddedUrl: string | undefined,
): Promise<string | undefined> {
  const { settings } = launch;
  if (!settings.standIns.engine) return undefined;
  const databaseUrl =
    settings.env.INNGEST_ENGINE_DATABASE_URL || embeddedUrl || settings.env.DATABASE_OWNER_URL;
  if (!databaseUrl) {
    throw new Problem(
      "The local job engine needs a database of its own beside DATABASE_URL: set INNGEST_ENGINE_DATABASE_URL, or name an Inngest (see npm start -- --help).",
    );
  }
  return await startStandIn(launch, "engine", "The job engine", "local/inngest-engine/main.ts", (port) => ({
    INNGEST_ENGINE_DATABASE_URL: databaseUrl,
    INNGEST_ENGINE_PORT: String(port),
    INNGEST_ENGINE_APP_URL: `http://127.0.0.1:${settings.port}/api/inngest`,
  }));
}

/** The OTR sandbox's address; undefined when OTR is configured. */
export async function startSandbox(launch: Launch): Promise<string | undefined> {
  const { settings } = launch;
  if (!settings.standIns.sandbox) return undefined;
  return await startStandIn(launch, "sandbox", "The OTR sandbox", "local/otr-sandbox/main.ts", (port) => ({
    OTR_SANDBOX_PORT: String(port),
    OTR_SANDBOX_DATA: join(settings.dataDir, "otr-sandbox"),
  }));
}

/** Starts a stand-in on its preferred port or a free one, which it keeps over restarts. */
async function startStandIn(
  { settings, runs, say, giveUp }: Launch,
  role: Role & keyof typeof PREFERRED,
  title: string,
  script: string,
  environment: (port: number) => Environment,
): Promise<string> {
  const port = await freePort(PREFERRED[role]);
  const env = { ...settings.env, ...environment(port), LADING_PARENT_PID: String(process.pid) };
  const logFile = join(settings.dataDir, "logs", `${role}.log`);
  const start = () =>
    startService({
      title,
      args: [join(settings.root, script)],
      cwd: settings.root,
      env,
      logFile,
      isReady: saysReady,
    });
  const service = supervise({ title, start, say, giveUp });
  runs.add(role, service);
  await service.ready;
  return `http://127.0.0.1:${port}`;
}
