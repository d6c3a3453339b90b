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
  const hash = createHash("sha256");
  for (const source of SOURCES) addPath(hash, root, source);
  return hash.digest("hex");
}

function addPath(hash: ReturnType<typeof createHash>, root: string, path: string): void {
  const full = join(root, path);
  if (LEFT_OUT.test(path) || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addPath(hash, root, `${path}/${name}`);
    return;
  }
  hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
}
