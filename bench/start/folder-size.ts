import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What files, and folders with all that is in them, take, in MiB; a link takes nothing. */
export function sizeMiB(paths: Iterable<string>): number {
  let bytes = 0;
  for (const path of paths) bytes += bytesOf(path);
  return bytes / 2 ** 20;
}

function bytesOf(path: string): number {
  const stats = lstatSync(path);
  if (!stats.isDirectory()) return stats.isFile() ? stats.size : 0;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
