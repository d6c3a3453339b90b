import { join } from "node:path";
import { createDatabase } from "../postgres/database.ts";
import { type RunningPostgres, startPostgres } from "../postgres/start-postgres.ts";
import type { DatabaseAddresses } from "./app-environment.ts";
import type { Launch } from "./launch.ts";
import { supervise } from "./supervise.ts";

/** The role the app signs in with: no owner of tables, bound by row-level security. */
const APP_ROLE = "lading_app";

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
    const samePort = first && { port: first.port, samePort: true };
    const server = await startPostgres({ dataDir: settings.dataDir, logFile, ...samePort });
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
  const [ownerUrl, engineUrl] = await Promise.all([
    createDatabase(serverUrl, "lading"),
    createDatabase(serverUrl, "inngest"),
  ]);
  const appUrl = new URL(ownerUrl);
  appUrl.username = APP_ROLE;
  appUrl.password = appPassword;
  return { ownerUrl, engineUrl, appUrl: appUrl.href };
}
