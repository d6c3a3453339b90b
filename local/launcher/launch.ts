import { join } from "node:path";
import { startApp } from "./app.ts";
import { type Addresses, appEnvironment } from "./app-environment.ts";
import { build, isBuilt } from "./build.ts";
import { startDatabase } from "./database.ts";
import { prepareDatabase } from "./database-setup.ts";
import type { Problem } from "./problem.ts";
import type { RunList } from "./run-list.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { type StandIn, startEngine, startSandbox } from "./stand-in-servers.ts";

/** What the parts of a launch share. */
export type Launch = {
  settings: Settings;
  runs: RunList;
  say: (line: string) => void;
  giveUp: (problem: Problem) => void;
};

/**
 * Starts what isn't configured, prepares the database, builds where the sources changed and starts the app: each as
 * soon as what it needs is there. Answers where things are once all are up. Throws Problem or PostgresProblem when a
 * part can't start.
 */
export async function launch(launch: Launch): Promise<Addresses> {
  const secrets = loadSecrets(launch.settings.dataDir);
  const sandbox = await startSandbox(launch);
  const built = buildIfChanged(launch);
  const [addresses] = await Promise.all([serve(launch, secrets, sandbox, built), sandbox?.ready, built]);
  return addresses;
}

async function serve(
  launch: Launch,
  secrets: Secrets,
  sandbox: StandIn | undefined,
  built: Promise<void>,
): Promise<Addresses> {
  const database = await startDatabase(launch, secrets.APP_DATABASE_PASSWORD);
  const engine = await startEngine(launch, database?.engineUrl);
  const addresses = { database, engine: engine?.url, sandbox: sandbox?.url };
  const env = appEnvironment(launch.settings, secrets, addresses);
  const app = async () => {
    // The seed files its batches at the sandbox.
    await prepareDatabase(launch, env, sandbox?.ready);
    await built;
    await startApp(launch, env);
  };
  await Promise.all([app(), engine?.ready]);
  return addresses;
}

async function buildIfChanged({ settings, runs, say }: Launch): Promise<void> {
  if (settings.mode === "dev" || (await isBuilt(settings.root))) return;
  say("Building the app (about a minute, only when it has changed) …");
  const logFile = join(settings.dataDir, "logs", "build.log");
  await build(settings.root, logFile, (building) => runs.add("script", building));
}
