import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostmaster } from "../local/postgres/postmaster-pid.ts";
import { isAlive } from "../local/postgres/process-command.ts";
import { type RunningPostgres, startPostgres } from "../local/postgres/start-postgres.ts";
import { temporaryDataFolder } from "../local/postgres/temporary-data-folder.ts";

const PREFIX = "lading-test-postgres-";
let server: RunningPostgres | undefined;
let folder: string | undefined;

/**
 * One throw-away PostgreSQL per test run; `TEST_DATABASE_URL` is its superuser's URL. A URL that is already set is used
 * as it is.
 */
export async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  sweepKilledRuns();
  folder = temporaryDataFolder(`${PREFIX}${process.pid}-`);
  server = await startPostgres({
    dataDir: folder,
    port: 0,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  process.env.TEST_DATABASE_URL = server.url;
}

/** Stops the run's server and removes its folder. */
export async function teardown(): Promise<void> {
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed leaves its server behind: the next one stops it. */
function sweepKilledRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const run = Number(name.slice(PREFIX.length).split("-")[0]);
    if (isAlive(run)) continue;
    const abandoned = join(tmpdir(), name);
    const postmaster = findPostmaster(join(abandoned, "postgres-18", "data"));
    if (postmaster) process.kill(postmaster.pid, "SIGQUIT");
    rmSync(abandoned, { recursive: true, force: true });
  }
}
