import { existsSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Launch } from "./launch.ts";
import { runToEnd } from "./run-to-end.ts";
import type { Environment } from "./spawn-logged.ts";

/** Brings the database's tables up to date. A database of the user's own is only touched when its owner is named. */
export async function migrate(launch: Launch, env: Environment): Promise<void> {
  if (!env.DATABASE_OWNER_URL) {
    launch.say("DATABASE_OWNER_URL isn't set: the database is taken to be migrated (npm run db:migrate).");
    return;
  }
  await runScript(launch, "Preparing the database", "db/migrate.ts", env);
}

/** Fills the embedded database with the demo company the first time. */
export async function seedIfEmpty(launch: Launch, env: Environment): Promise<void> {
  if (!launch.settings.standIns.postgres || !existsSync(join(launch.settings.root, "db/seed/main.ts")))
    return;
  if (await hasCompany(env.DATABASE_OWNER_URL ?? "")) return;
  launch.say("Creating the demo company …");
  await runScript(launch, "Creating the demo company", "db/seed/main.ts", env);
}

async function hasCompany(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1 });
  try {
    const rows = await sql`select 1 from companies limit 1`;
    return rows.length > 0;
  } finally {
    await sql.end();
  }
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
