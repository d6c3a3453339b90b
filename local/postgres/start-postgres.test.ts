import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createDatabase } from "./database.ts";
import { isAlive } from "./process-command.ts";
import { startPostgres } from "./start-postgres.ts";
import { temporaryDataFolder } from "./temporary-data-folder.ts";

const dataDir = temporaryDataFolder("lading-postgres-test-");

beforeAll(async () => {
  const first = await startPostgres({ dataDir, port: 0 });
  const url = await createDatabase(first.url, "freight");
  const sql = postgres(url, { max: 1 });
  await sql`create table loads (number text)`;
  await sql`insert into loads values ('L-1001')`;
  await sql.end();
  await first.stop();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function loadNumbers(serverUrl: string): Promise<unknown[]> {
  const sql = postgres(await createDatabase(serverUrl, "freight"), { max: 1 });
  const rows = await sql`select number from loads`;
  await sql.end();
  return rows.map((row) => row.number);
}

test("what was committed is there after a stop and a start", async () => {
  const server = await startPostgres({ dataDir, port: 0 });
  expect(await loadNumbers(server.url)).toEqual(["L-1001"]);
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test("a port somebody else listens on is left to them", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = z.object({ port: z.number() }).parse(other.address());
  const server = await startPostgres({ dataDir, port });
  expect(server.port).not.toBe(port);
  expect(await loadNumbers(server.url)).toEqual(["L-1001"]);
  await server.stop();
  other.close();
});

test("a killed server ends, and comes back on the same port with its data", async () => {
  const killed = await startPostgres({ dataDir, port: 0 });
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  const server = await startPostgres({ dataDir, port: killed.port, samePort: true });
  expect(server).toMatchObject({ port: killed.port, adopted: false });
  expect(await loadNumbers(server.url)).toEqual(["L-1001"]);
  await server.stop();
});

test("a server whose launcher was killed is adopted, not started twice", async () => {
  const launcher = spawn(process.execPath, ["--input-type=module", "--eval", STARTS_AND_HANGS, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(launcher.stdout, "data");
  const pid = Number(String(line));
  launcher.kill("SIGKILL");
  await once(launcher, "exit");

  const server = await startPostgres({ dataDir, port: 0 });
  expect(server).toMatchObject({ pid, adopted: true });
  expect(await loadNumbers(server.url)).toEqual(["L-1001"]);
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

const STARTS_AND_HANGS = `
import { startPostgres } from ${JSON.stringify(new URL("./start-postgres.ts", import.meta.url).href)};
const server = await startPostgres({ dataDir: process.argv[1], port: 0 });
console.log(server.pid);
setInterval(() => undefined, 1000);
`;
