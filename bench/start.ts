import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../local/postgres/free-port.ts";
import { temporaryDataFolder } from "../local/postgres/temporary-data-folder.ts";
import { median } from "./figure.ts";
import { report } from "./report.ts";
import { sizeMiB } from "./start/folder-size.ts";
import { imageSize } from "./start/image-size.ts";

/*
 * What a start costs: the second `npm start` on a data folder with the demo company in it, until the sign-in page is
 * answered; what the install takes on disk, and what the image's last stage would hold.
 */

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STARTS = 3;
const BOUND_S = 3;

const dataDir = temporaryDataFolder("lading-bench-start-");
try {
  const first = await startOnce();
  const later: number[] = [];
  for (let start = 0; start < STARTS; start += 1) later.push(await startOnce());
  const image = imageSize(ROOT);
  report("start", [
    { figure: "first npm start, with the demo company", measured: first, unit: "s" },
    {
      figure: "npm start again: the sign-in page is answered",
      measured: median(later),
      unit: "s",
      bound: BOUND_S,
      detail: `the middle one of ${later.map((seconds) => seconds.toFixed(2)).join(", ")}`,
    },
    { figure: "node_modules after npm install", measured: sizeMiB([`${ROOT}/node_modules`]), unit: "MiB" },
    { figure: "the image, beside its base", measured: image.total, unit: "MiB", detail: image.detail },
  ]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts everything as a user does, and stops it again: seconds until the first page came. */
async function startOnce(): Promise<number> {
  const port = await freePort(3_000);
  const started = performance.now();
  const npm = spawn("npm", ["start"], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), LADING_DATA_DIR: dataDir },
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const seconds = (await answeredAt(`http://127.0.0.1:${port}/sign-in`, npm)) - started;
  await stopped(npm);
  return seconds / 1000;
}

async function answeredAt(url: string, npm: ChildProcess): Promise<number> {
  for (;;) {
    const page = await fetch(url).catch(() => undefined);
    if (page?.ok && (await page.text()).includes("Sign in")) return performance.now();
    if (npm.exitCode !== null) throw new Error("npm start ended without a page.");
    await pause(10);
  }
}

/** Ctrl-C reaches the whole group, as in a terminal. */
async function stopped(npm: ChildProcess): Promise<void> {
  const ended = once(npm, "close");
  if (npm.pid) process.kill(-npm.pid, "SIGINT");
  await ended;
}
