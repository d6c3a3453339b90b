import { join } from "node:path";
import type { Launch } from "./launch.ts";
import { migrationMark, readState, writeMark } from "./migration-mark.ts";
import { runToEnd } from "./run-to-end.ts";
import type { Environment } from "./spawn-logged.ts";

/**
 * Brings the database's tables and the app's role up to date, and fills the embedded one with the demo company the
 * first time, unless `LADING_DEMO=off`; `sandboxReady` is waited for only then. A database of the user's own is
 * migrated only when its owner is named; the embedded one remembers what it was migrated to, which saves each later
 * start a second.
 */
export async function prepareDatabase(
  launch: Launch,
  env: Environment,
  sandboxReady: Promise<void> | undefined,
): Promise<void> {
  const { settings, say } = launch;
  const ownerUrl = env.DATABASE_OWNER_URL;
  if (!ownerUrl) {
    say("DATABASE_OWNER_URL isn't set: the database is taken to be migrated (npm run db:migrate).");
    return;
  }
  if (!settings.standIns.postgres) return migrate(launch, env);
  const mark = await migrationMark(settings.root, env.DATABASE_URL ?? "");
  let state = await readState(ownerUrl, mark);
  if (state === "changed") {
    await migrate(launch, env);
    await writeMark(ownerUrl, mark);
    state = await readState(ownerUrl, mark);
  }
  if (state === "in_use" || !settings.demo) return;
  say("Creating the demo company …");
  await sandboxReady;
  await runScript(launch, "Creating the demo company", "db/seed/main.ts", env);
}

function migrate(launch: Launch, env: Environment): Promise<void> {
  return runScript(launch, "Preparing the database", "db/migrate.ts", env);
}

function runScript(
  { settings, runs }: Launch,
  title: string,
  script: string,
  env: Environment,
): Promise<void> {
  const logFile = join(settings.dataDir, "logs", "setup.log");
  const spec = { title, args: [join(settings.root, script)], cwd: settings.root, env, logFile };
  return runToEnd(spec, (running) => runs.add("script", running));
}
