import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";

const MAIN = fileURLToPath(new URL("./main.mjs", import.meta.url));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lading-launcher-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function launcher(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LADING_DATA_DIR: folder, ...env },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, err: err.trim(), code };
}

async function takenPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { port, release: () => server.close() };
}

test("a taken port is one sentence that names the way out", async () => {
  const { port, release } = await takenPort();
  const { err, code } = await launcher(["start"], { PORT: String(port) });
  release();
  expect(code).toBe(1);
  expect(err).toBe(`Port ${port} is in use: choose another one, e.g. PORT=${port + 1} npm start`);
});

test.each([
  [
    "a port that is none",
    ["start"],
    { PORT: "http" },
    'PORT is "http": set it to a number between 1 and 65535.',
  ],
  [
    "an unknown command",
    ["stat"],
    {},
    '"stat" is not understood: npm start, npm run dev, or npm start -- --help.',
  ],
])("%s is one sentence", async (_, args, env, sentence) => {
  expect(await launcher(args, env)).toMatchObject({ err: sentence, code: 1 });
});

test("a data folder that can't be made is one sentence", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  chmodSync(file, 0o400);
  const { port, release } = await takenPort();
  release();
  const { err, code } = await launcher(["start"], {
    PORT: String(port),
    LADING_DATA_DIR: join(file, "data"),
  });
  expect(code).toBe(1);
  expect(err).toBe(
    `${join(file, "data")} can't be written: make it writable for you, or set LADING_DATA_DIR to a folder that is.`,
  );
});

test("--help lists the settings and starts nothing", async () => {
  const { out, code } = await launcher(["start", "--help"], {});
  expect(code).toBe(0);
  expect(out).toContain("LADING_DATA_DIR");
});
