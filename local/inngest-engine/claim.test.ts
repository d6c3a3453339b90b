import { afterAll, beforeAll, expect, test } from "vitest";
import { claimDue } from "./claim.ts";
import { readConfig } from "./config.ts";
import { migrate, openDatabase, type Sql } from "./database.ts";
import type { Engine } from "./engine.ts";
import { createLanes, laneOf, OPEN_LANE } from "./lanes.ts";
import { sweepLanes } from "./leases.ts";
import { buildRegistry } from "./registry.ts";
import { createSlots } from "./slots.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const FULL = laneOf(["busy company"]);
const QUEUED = 10_000;

let database: TestDatabase;
let sql: Sql;
let engine: Engine;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = openDatabase(database.url, { max: 1 });
  await migrate(sql);
  engine = {
    config: readConfig({ INNGEST_ENGINE_DATABASE_URL: database.url, NODE_ENV: "test" }),
    sql,
    lanes: createLanes(),
    slots: createSlots((key) => (key === "busy company" ? 2 : Number.POSITIVE_INFINITY)),
    registry: buildRegistry([]),
    isActive: true,
    recovered: new Set(),
    kick: () => undefined,
  };
  await sql`
    insert into job (kind, fn, run, at, lane, created_at)
    select 'call', 'fn', 'run' || n, now() - interval '1 hour', ${FULL}, now() from generate_series(1, ${QUEUED}) n`;
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function rowsRead(): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql<{ read: string }[]>`
    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as read
    from pg_stat_user_tables where relname = 'job' and schemaname = 'inngest_engine'`;
  return Number(row?.read);
}

test("a claim reads what it takes, however many jobs wait behind a full key", async () => {
  await sweepLanes(engine);
  const claimed: string[] = [];
  await claimDue(engine, (job) => claimed.push(job.lane));
  expect(claimed).toEqual([FULL, FULL]);

  await sql`insert into job (kind, fn, run, at, lane, created_at)
    values ('call', 'fn', 'free', now(), ${OPEN_LANE}, now())`;
  engine.lanes.due(OPEN_LANE, 0);
  const before = await rowsRead();
  for (let round = 0; round < 10; round++) await claimDue(engine, (job) => claimed.push(job.lane));
  await sweepLanes(engine);
  expect(claimed).toEqual([FULL, FULL, OPEN_LANE]);
  expect((await rowsRead()) - before).toBeLessThan(50);
});
