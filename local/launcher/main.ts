import { isPortFree } from "../postgres/free-port.ts";
import { PostgresProblem } from "../postgres/postgres-problem.ts";
import { HELP, parseCommandLine } from "./command-line.ts";
import { prepareDataFolder, rotateLogs } from "./data-folder.ts";
import { loadEnvFiles } from "./env-files.ts";
import { claimDataFolder } from "./instance-lock.ts";
import { launch } from "./launch.ts";
import { Problem } from "./problem.ts";
import { createRunList } from "./run-list.ts";
import { ROOT, readSettings, type Settings } from "./settings.ts";
import { watchParent } from "./watch-parent.ts";
import { welcome } from "./welcome.ts";

const runs = createRunList();
let stopping = false;
process.on("uncaughtException", fail);

try {
  const mode = parseCommandLine(process.argv.slice(2));
  if (mode === "help") console.log(HELP);
  else await run(mode);
} catch (error) {
  await fail(error);
}

async function run(mode: Settings["mode"]): Promise<void> {
  const startedAt = Date.now();
  loadEnvFiles(ROOT);
  const settings = readSettings(mode, process.env);
  await requireFreePort(settings);
  prepareDataFolder(settings.dataDir);
  process.on("exit", claimDataFolder(settings.dataDir, settings.appUrl));
  rotateLogs(settings.dataDir);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0));
  watchParent(() => stop(0));

  console.log(`Starting Lading (${standInNames(settings)}) …`);
  const addresses = await launch({ settings, runs, say, giveUp: fail });
  if (!stopping) console.log(welcome(settings, addresses, (Date.now() - startedAt) / 1000));
}

async function requireFreePort({ port, mode }: Settings): Promise<void> {
  if (await isPortFree(port)) return;
  const command = mode === "dev" ? "npm run dev" : "npm start";
  throw new Problem(`Port ${port} is in use: choose another one, e.g. PORT=${port + 1} ${command}`);
}

/** Which stand-ins run beside the app. */
function standInNames({ standIns }: Settings): string {
  const names = { postgres: "local database", engine: "local job engine", sandbox: "OTR sandbox" };
  const used = Object.entries(names).flatMap(([key, name]) =>
    standIns[key as keyof typeof names] ? name : [],
  );
  return used.length > 0 ? `with ${used.join(", ")}` : "with the servers you configured";
}

function say(line: string): void {
  if (!stopping) console.log(line);
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return;
  const expected = error instanceof Problem || error instanceof PostgresProblem;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${expected ? message : `Lading can't start: ${message}`}\n`);
  await stop(1);
}

/** Stops everything in order, once; a second request (Ctrl-C again) ends at once. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  await runs.stopAll();
  process.exit(code);
}
