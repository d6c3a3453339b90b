import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostmaster } from "#local/postgres/postmaster-pid.ts";

/** An empty folder for the tested installation, the database of a run that was killed included. */
export function freshDataFolder(port: number): string {
  const folder = join(tmpdir(), `lading-e2e-${port}`);
  const isWorker = process.env.TEST_WORKER_INDEX !== undefined;
  if (isWorker) return folder;
  const abandoned = findPostmaster(join(folder, "postgres-18", "data"));
  if (abandoned) process.kill(abandoned.pid, "SIGQUIT");
  rmSync(folder, { recursive: true, force: true });
  return folder;
}
