import { join } from "node:path";
import { startApp } from "./app.ts";
import { type Addresses, appEnvironment } from "./app-environment.ts";
import { build, isBuilt } from "./build.ts";
import { migrate, seedIfEmpty } from "./database-setup.ts";
import type { Problem } from "./problem.ts";
import type { RunList } from "./run-list.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { startDatabase, startEngine, startSandbox } from "./start-stand-ins.ts";

/** What the parts of a launch share. */
export type Launch = {
  settings: Settings;
  runs: RunList;
  say: (line: string) => void;
  giveUp: (problem: Problem) => void;
};

/**
 * Starts what isn't configured, prepares the database and builds where the sources changed, all at once, and then the
 * app. Answers where things are. Throws Problem or PostgresProblem when a part can't start.
 */
export async function launch(launch: Launch): Promise<Addresses> {
  const secrets = loadSecrets(launch.settings.dataDir);
  const [addresses] = await Promise.all([startServers(launch, secrets), buildIfChanged(launch)]);
  await startApp(launch, appEnvironment(launch.settings, secrets, addresses));
  return addresses;
}

async function startServers(launch: Launch, secrets: Secrets): Promise<Addresses> {
  const [{ database, engine }, sandbox] = await Promise.all([
    startDatabaseAndEngine(launch, secrets),
    startSandbox(launch),
  ]);
  const addresses = { database, engine, sandbox };
  await seedIfEmpty(launch, appEnvironment(launch.settings, secrets, addresses));
  return addresses;
}

async function startDatabaseAndEngine(launch: Launch, secrets: Secrets): Promise<Addresses> {
  const database = await startDatabase(launch, secrets.APP_DATABASE_PASSWORD);
  const [engine] = await Promise.all([
    startEngine(launch, database?.engineUrl),
    migrate(launch, appEnvironment(launch.settings, secrets, { database })),
  ]);
  return { database, engine };
}

async function buildIfChanged({ settings, runs, say }: Launch): Promise<void> {
  if (settings.mode === "dev" || isBuilt(settings.root)) return;
  say("Building the app (about a minute, only when it has changed) …");
  const logFile = join(settings.dataDir, "logs", "build.log");
  await build(settings.root, logFile, (building) => runs.add("script", building));
}
