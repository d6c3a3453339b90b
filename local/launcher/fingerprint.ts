import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a build is made of. Tests and seeds aren't in it. */
const SOURCES = [
  ...["app", "components", "server", "db", "inngest", "public"],
  ...["next.config.mjs", "postcss.config.mjs", "proxy.ts", "instrumentation.ts", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];
const LEFT_OUT = /\.test\.tsx?$|(^|\/)(seed|testing|migrations)$/;

/** A hash of the names and contents of everything a build depends on. */
export function fingerprintSources(root: string): string {
  return fingerprintFiles(root, SOURCES, LEFT_OUT);
}

/** A hash of the names and contents of these files and folders, except paths that match `leftOut`. */
export function fingerprintFiles(root: string, paths: string[], leftOut = /^$/): string {
  const hash = createHash("sha256");
  for (const path of paths) addPath(hash, root, path, leftOut);
  return hash.digest("hex");
}

function addPath(hash: ReturnType<typeof createHash>, root: string, path: string, leftOut: RegExp): void {
  const full = join(root, path);
  if (leftOut.test(path) || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addPath(hash, root, `${path}/${name}`, leftOut);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
}
