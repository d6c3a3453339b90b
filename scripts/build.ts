import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isBuilt } from "../local/launcher/build.ts";
import { Problem } from "../local/launcher/problem.ts";

/** Builds the app unless `.next` holds a build of these very sources. */
const root = fileURLToPath(new URL("..", import.meta.url));
const logs = join(root, ".lading", "logs");
const log = join(logs, "build.log");

if (await isBuilt(root)) {
  console.log("up to date");
} else {
  mkdirSync(logs, { recursive: true });
  await build(root, log).catch((error) => {
    if (!(error instanceof Problem)) throw error;
    console.error(`${readFileSync(log, "utf8")}\n${error.message}`);
    process.exitCode = 1;
  });
}
