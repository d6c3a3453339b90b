// Runs before every `npm start`, `npm run dev` and `npm test`, on whatever Node the machine has (18 or newer): built-in
// modules only, and nothing newer than that in its syntax.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const lock = join(root, "package-lock.json");
const stamp = join(modules, ".lading-lock-hash");
const OLDEST_NODE = [22, 18];

const FLAGS = [
  "--include=dev",
  "--include=optional",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
];
const PATIENCE = ["--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000"];

/** What npm's output says went wrong, and the sentence for it. */
const REASONS = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    "The package registry can't be reached: check the internet connection (or `npm config get registry`), then run the command again.",
  ],
  [/ENOSPC/, "The disk is full: free about 2 GB, then run the command again."],
  [
    /EACCES|EPERM|EROFS/,
    `${root} can't be written by this user: fix its owner or rights, then run the command again.`,
  ],
];

await main();

async function main() {
  if (!isInstalled()) await install();
  if (!hasFittingNode()) {
    fail(
      "Lading needs Node 22.18 or newer and its own copy did not install (are npm's install scripts switched off?): run `npm rebuild node`, or install Node 24 from https://nodejs.org.",
    );
  }
}

/** Installed from this very lock by us, or later than the lock by somebody else. */
function isInstalled() {
  const npmsNote = join(modules, ".package-lock.json");
  if (!existsSync(npmsNote)) return false;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lockHash()) return true;
  return statSync(npmsNote).mtimeMs >= statSync(lock).mtimeMs;
}

async function install() {
  if (!isWritable(root))
    fail(`${root} can't be written by this user: fix its owner or rights, then run the command again.`);
  console.log("Installing packages (about a minute, only when they have changed) …");
  const clean = await npm(["ci", ...FLAGS, ...PATIENCE]);
  const result =
    clean.ok || knownReason(clean.output)
      ? clean
      : await npm(["install", "--no-save", ...FLAGS, ...PATIENCE]);
  if (!result.ok) fail(knownReason(result.output) ?? unknownReason(result.output));
  writeFileSync(stamp, lockHash());
}

function lockHash() {
  return createHash("sha256").update(readFileSync(lock)).digest("hex");
}

/**
 * npm run by the Node that runs it already: `node` on our PATH may be the copy inside the node_modules that `npm ci`
 * is about to delete.
 */
function npm(args) {
  const { npm_execpath: cli = "", npm_node_execpath: node = process.execPath } = process.env;
  const [command, first] = /npm-cli\.c?js$/.test(cli) ? [node, [cli]] : ["npm", []];
  const path = (process.env.PATH ?? "")
    .split(":")
    .filter((folder) => folder !== join(modules, ".bin"))
    .join(":");
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((done) => {
    child.on("error", (error) => done({ ok: false, output: error.message }));
    child.on("close", (code) => done({ ok: code === 0, output }));
  });
}

/** npm puts node_modules/.bin first on PATH, so the copy there runs everything once it is installed; else this very Node must do. */
function hasFittingNode() {
  if (fits(process.version)) return true;
  const own = spawnSync(join(modules, ".bin", "node"), ["--version"], { encoding: "utf8" });
  return own.status === 0 && fits(own.stdout);
}

function fits(version) {
  const [major, minor] = version.trim().replace("v", "").split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function knownReason(output) {
  return REASONS.find(([pattern]) => pattern.test(output))?.[1];
}

function unknownReason(output) {
  const lines = output
    .split("\n")
    .filter((line) => /npm (error|ERR!)/.test(line) && !/A complete log/.test(line));
  const first = (lines[0] ?? output.trim().split("\n")[0] ?? "").replace(/^npm (error|ERR!)\s*/, "");
  return `npm could not install the packages (${first}): delete node_modules and run the command again.`;
}

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}
