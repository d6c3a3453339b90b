import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "./database.ts";
import { prune } from "./retention.ts";
import { createTestDatabase, type TestDatabase } from "./testing/test-database.ts";

const HOUR = 3_600_000;
const now = new Date("2026-06-10T12:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * HOUR);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.sql);
});
afterAll(() => database.drop());

async function addRun(id: string, created: Date, ended: Date | null): Promise<void> {
  const { sql } = database;
  await sql`insert into run (id, fn, events, idempotency, lane, place, created_at, ended_at)
    values (${id}, 'fn', '[]', ${`event:${id}`}, '', ${created}, ${created}, ${ended})`;
  await sql`insert into step (run, id, op) values (${id}, 's', 'StepRun')`;
  await sql`insert into event (id, name, body, received_at) values (${id}, 'e', '{}', ${created})`;
}

test("what ended long ago is pruned with its steps; living runs and what is recent stay", async () => {
  await addRun("old", ago(100), ago(73));
  await addRun("recent", ago(71), ago(70));
  await addRun("alive", ago(500), null);
  while (await prune(database.sql, now, 72 * HOUR));
  const ids = async (table: string) => {
    const rows = await database.sql`select * from ${database.sql(table)} order by 1`;
    return rows.map((row) => row.run ?? row.id);
  };
  expect(await ids("run")).toEqual(["alive", "recent"]);
  expect(await ids("step")).toEqual(["alive", "recent"]);
  expect(await ids("event")).toEqual(["recent"]);
});

test("an idempotency key holds for a day", async () => {
  await addRun("hour-23", ago(23), ago(22));
  await addRun("hour-25", ago(25), ago(24.5));
  await prune(database.sql, now, 72 * HOUR);
  const rows = await database.sql`select id, idempotency from run where id like 'hour%' order by id`;
  expect(rows.map((row) => row.idempotency)).toEqual(["event:hour-23", null]);
});

test("a large backlog is pruned in batches", async () => {
  await database.sql`
    insert into run (id, fn, events, lane, place, created_at, ended_at)
    select 'bulk' || n, 'fn', '[]', '', ${ago(200)}, ${ago(200)}, ${ago(200)} from generate_series(1, 1200) n`;
  expect(await prune(database.sql, now, 72 * HOUR)).toBe(true);
  const [{ count } = { count: 0 }] = await database.sql<{ count: number }[]>`
    select count(*)::int from run where id like 'bulk%'`;
  expect(count).toBe(700);
});
