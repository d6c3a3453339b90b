import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processCommand } from "../postgres/process-command.ts";
import { Problem } from "./problem.ts";

/**
 * Claims the data folder for this process: two launchers on one folder would stop each other's database. A claim whose
 * process is gone is taken over. Answers how to release it.
 */
export function claimDataFolder(dataDir: string, appUrl: string): () => void {
  const file = join(dataDir, "launcher.json");
  const holder = readHolder(file);
  if (holder && isAlive(holder.pid) && processCommand(holder.pid).includes("launcher")) {
    throw new Problem(
      `Lading already runs from ${dataDir} at ${holder.appUrl} (process ${holder.pid}): stop that one, or set LADING_DATA_DIR to another folder.`,
    );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, appUrl }));
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): { pid: number; appUrl: string } | undefined {
  if (!existsSync(file)) return undefined;
  const [, pid, appUrl] = /"pid":(\d+),"appUrl":"([^"]+)"/.exec(readFileSync(file, "utf8")) ?? [];
  return pid && appUrl ? { pid: Number(pid), appUrl } : undefined;
}
