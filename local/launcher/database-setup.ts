import { join } from "node:path";
import type { Launch } from "./launch.ts";
import { hasCompanies, migrationMark, readMark, writeMark } from "./migration-mark.ts";
import { runToEnd } from "./run-to-end.ts";
import type { Environment } from "./spawn-logged.ts";

/**
 * Brings the database's tables and the app's role up to date. A database of the user's own is migrated only when its
 * owner is named; the embedded one remembers what it was migrated to, which saves each later start a second.
 */
export async function migrateIfChanged(launch: Launch, env: Environment): Promise<void> {
  const { settings, say } = launch;
  const ownerUrl = env.DATABASE_OWNER_URL;
  if (!ownerUrl) {
    say("DATABASE_OWNER_URL isn't set: the database is taken to be migrated (npm run db:migrate).");
    return;
  }
  const mark = migrationMark(settings.root, env.DATABASE_URL ?? "");
  if (settings.standIns.postgres && (await readMark(ownerUrl)) === mark) return;
  await runScript(launch, "Preparing the database", "db/migrate.ts", env);
  if (settings.standIns.postgres) await writeMark(ownerUrl, mark);
}

/** Fills the embedded database with the demo company the first time, unless
 * `LADING_DEMO=off`; `sandboxReady` is waited for only then. */
export async function seedIfEmpty(
  launch: Launch,
  env: Environment,
  sandboxReady: Promise<void> | undefined,
): Promise<void> {
  const { standIns, demo } = launch.settings;
  if (!demo || !standIns.postgres || (await hasCompanies(env.DATABASE_OWNER_URL ?? ""))) return;
  launch.say("Creating the demo company …");
  await sandboxReady;
  await runScript(launch, "Creating the demo company", "db/seed/main.ts", env);
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
