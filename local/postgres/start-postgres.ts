import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { locateBinaries } from "./binaries.ts";
import { prepareClusterHome, reachableBinaries } from "./cluster-home.ts";
import { readDataFolder } from "./database.ts";
import { freePort } from "./free-port.ts";
import { initCluster, OWNER } from "./init-cluster.ts";
import { PostgresProblem } from "./postgres-problem.ts";
import type { Postmaster } from "./postmaster-pid.ts";
import { type ServerSpec, spawnPostmaster, untilGone, untilReady } from "./spawn-postmaster.ts";

export type StartOptions = {
  /** The cluster lives in `<dataDir>/postgres-18`. */
  dataDir: string;
  /** Preferred port; another one is taken when it is in use. */
  port?: number;
  /** Insist on the port and wait for it: a restarted server must answer where its clients look. */
  samePort?: boolean;
  /** Default `<dataDir>/logs/postgres.log`. */
  logFile?: string;
  /** Server settings beyond the defaults, e.g. `{ fsync: "off" }`. */
  settings?: Record<string, string>;
};

export type RunningPostgres = {
  /** Superuser's URL of the maintenance database `postgres`. */
  url: string;
  port: number;
  pid: number;
  /** It was already running (its launcher died) and was taken over. */
  adopted: boolean;
  /** A sentence for the user when the data isn't in `dataDir`. */
  notice: string | undefined;
  /** Settles when the server's process is gone, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions roll back, the data folder is left clean. */
  stop(): Promise<void>;
};

const PREFERRED_PORT = 54_329;
const ATTEMPTS = 40;
const STOP_DEADLINE_MS = 8_000;

/**
 * Runs PostgreSQL 18 from the platform's npm package on 127.0.0.1, creating the cluster on first use and adopting a
 * server that still holds the folder. Throws PostgresProblem with a sentence when it can't.
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const home = prepareClusterHome(options.dataDir);
  const binaries = reachableBinaries(locateBinaries(), home);
  const { dataFolder, password } = initCluster(home, binaries);
  const logFile = options.logFile ?? join(options.dataDir, "logs", "postgres.log");
  const urlAt = (port: number) => `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`;

  const survivor = await untilReady(dataFolder);
  if (survivor) await assertOurs(urlAt(survivor.port), dataFolder);
  const spec = { binaries, dataFolder, account: home.account, logFile, settings: options.settings ?? {} };
  const { pid, port } = survivor ?? (await spawnWithRetries(spec, options));
  const ended = untilGone(pid);
  return {
    url: urlAt(port),
    port,
    pid,
    adopted: survivor !== undefined,
    notice: home.notice,
    ended,
    stop: () => stopServer(pid),
  };
}

/** A killed server's backends need a moment to let go of its shared memory, and a free port may be lost to a race. */
async function spawnWithRetries(spec: ServerSpec, options: StartOptions): Promise<Postmaster> {
  const preferred = options.port ?? PREFERRED_PORT;
  let log = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const port = options.samePort ? preferred : await freePort(preferred);
    const result = await spawnPostmaster(spec, port);
    if ("pid" in result) return result;
    log = result.log;
    if (!/shared memory block|Address already in use|lock file/.test(log)) break;
    await pause(50);
  }
  const reason = log.trim().split("\n").at(-1) ?? "";
  throw new PostgresProblem(
    `The embedded PostgreSQL did not start (${reason}); its log is ${spec.logFile}. Set DATABASE_URL to use another server.`,
  );
}

async function assertOurs(url: string, dataFolder: string): Promise<void> {
  const folder = await readDataFolder(url).catch((error: Error) => error.message);
  if (folder === dataFolder) return;
  throw new PostgresProblem(
    `A PostgreSQL that runs from ${dataFolder} refuses our owner's login (${folder}): stop it and start again.`,
  );
}

async function stopServer(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  const deadline = setTimeout(() => signal(pid, "SIGQUIT"), STOP_DEADLINE_MS);
  await untilGone(pid, 20);
  clearTimeout(deadline);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const gone = error instanceof Error && "code" in error && error.code === "ESRCH";
    if (!gone) throw error;
  }
}
