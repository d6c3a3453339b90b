import { isPortFree } from "../postgres/free-port.ts";
import { PostgresProblem } from "../postgres/postgres-problem.ts";
import type { Addresses } from "./app-environment.ts";
import { HELP, type Mode, parseCommandLine } from "./command-line.ts";
import { prepareDataFolder, rotateLogs } from "./data-folder.ts";
import { loadEnvFiles } from "./env-files.ts";
import { claimDataFolder } from "./instance-lock.ts";
import { launch } from "./launch.ts";
import { hasCompanies } from "./migration-mark.ts";
import { noteAddresses } from "./note-addresses.ts";
import { Problem } from "./problem.ts";
import { createRunList } from "./run-list.ts";
import { ROOT, readSettings, type Settings } from "./settings.ts";
import { watchParent } from "./watch-parent.ts";
import { welcome } from "./welcome.ts";

/** Ctrl-C under npm arrives twice at once, from the terminal and from npm; a person's second one comes later. */
const SECOND_THOUGHT_MS = 2_000;

const runs = createRunList();
let stopping = false;
let signalledAt = Number.POSITIVE_INFINITY;

/** Runs Lading until it is told to stop (a signal, or the end of the process that started it). */
export async function main(args: string[]): Promise<void> {
  process.on("uncaughtException", fail);
  try {
    const mode = parseCommandLine(args);
    if (mode === "help") console.log(HELP);
    else await run(mode);
  } catch (error) {
    await fail(error);
  }
}

async function run(mode: Mode): Promise<void> {
  loadEnvFiles(ROOT);
  const settings = readSettings(mode, process.env);
  await requireFreePort(settings);
  prepareDataFolder(settings.dataDir);
  process.on("exit", claimDataFolder(settings.dataDir, settings.appUrl));
  rotateLogs(settings.dataDir);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopOnSignal);
  watchParent(() => stop(0));

  console.log(`Starting Lading (${standInNames(settings)}) …`);
  const addresses = await launch({ settings, runs, say, giveUp: fail });
  process.on("exit", noteAddresses(settings, addresses));
  const empty = await isEmpty(addresses);
  if (!stopping) console.log(welcome(settings, addresses, { seconds: performance.now() / 1000, empty }));
}

/** Whether the local database has no company yet; of a database of the user's own we can't tell. */
async function isEmpty({ database }: Addresses): Promise<boolean> {
  return database !== undefined && !(await hasCompanies(database.ownerUrl));
}

async function requireFreePort({ port, mode }: Settings): Promise<void> {
  if (await isPortFree(port)) return;
  const command = mode === "dev" ? "npm run dev" : "npm start";
  throw new Problem(`Port ${port} is in use: choose another one, e.g. PORT=${port + 1} ${command}`);
}

function standInNames({ standIns }: Settings): string {
  const used = [
    standIns.postgres && "local database",
    standIns.engine && "local job engine",
    standIns.sandbox && "OTR sandbox",
  ].filter(Boolean);
  return used.length > 0 ? `with ${used.join(", ")}` : "with the servers you configured";
}

function say(line: string): void {
  if (!stopping) console.log(line);
}

async function fail(error: unknown): Promise<void> {
  if (stopping) return;
  const expected = error instanceof Problem || error instanceof PostgresProblem;
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${expected ? message : `Lading can't go on: ${message}`}\n`);
  await stop(1);
}

/** A signal stops everything in order; another one, when that takes long, ends at once. */
function stopOnSignal(): void {
  if (Date.now() - signalledAt > SECOND_THOUGHT_MS) process.exit(1);
  signalledAt = Math.min(signalledAt, Date.now());
  void stop(0);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runs.stopAll();
  process.exit(code);
}
