import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** What a build is made of. Tests and seeds aren't in it. */
const SOURCES = [
  ...["app", "components", "server", "db", "inngest", "public"],
  ...["next.config.mjs", "postcss.config.mjs", "proxy.ts", "instrumentation.ts", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];
const LEFT_OUT = /\.test\.tsx?$|(^|\/)(seed|testing|migrations)$/;

/** A hash of the names and contents of everything a build depends on. */
export function fingerprintSources(root: string): Promise<string> {
  return fingerprintFiles(root, SOURCES, LEFT_OUT);
}

/** A hash of the names and contents of these files and folders, except paths that match `leftOut`. */
export async function fingerprintFiles(root: string, paths: string[], leftOut = /^$/): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesOf(root, path, leftOut)))).flat();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash("sha256");
  for (const [index, file] of files.entries())
    hash
      .update(`${file}\0`)
      .update(contents[index] ?? "")
      .update("\0");
  return hash.digest("hex");
}

/** The files that a path stands for, in one order on every machine; none where there is nothing. */
async function filesOf(root: string, path: string, leftOut: RegExp): Promise<string[]> {
  const full = join(root, path);
  if (leftOut.test(path) || !existsSync(full)) return [];
  if (!(await stat(full)).isDirectory()) return [path];
  const names = (await readdir(full)).sort();
  return (await Promise.all(names.map((name) => filesOf(root, `${path}/${name}`, leftOut)))).flat();
}
