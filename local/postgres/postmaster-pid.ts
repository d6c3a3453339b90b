import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processCommand } from "./process-command.ts";

/** What a running server notes in its data folder. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * The server that holds this data folder, if it lives. A note left by a dead server, or whose process id now belongs
 * to another program (after a reboot), is undefined; the latter is removed because PostgreSQL would obey it.
 */
export function findPostmaster(dataFolder: string): Postmaster | undefined {
  const file = join(dataFolder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid = "", , , port = "", , , , status = ""] = readFileSync(file, "utf8").split("\n");
  if (!isAlive(Number(pid))) return undefined;
  if (!processCommand(Number(pid)).includes(dataFolder)) {
    rmSync(file, { force: true });
    return undefined;
  }
  return { pid: Number(pid), port: Number(port), ready: status.trim() === "ready" };
}
