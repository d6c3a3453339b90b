import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { openPool, type Pool } from "./pool.ts";

const size = 4;
const { appUrl, owner } = await testDatabase();

const answer = (pool: Pool) => pool.use((db) => db.transaction((tx) => tx.execute(sql`select 1`)));

/** The first query after a loss may be what finds it out; one more is a pool that doesn't heal. */
const answerAtSecond = (pool: Pool) => answer(pool).catch(() => answer(pool));

/** Fills the pool with transactions that are open now and go on, if they can, once `goOn` is called. */
async function openTransactions(pool: Pool) {
  const gate = Promise.withResolvers<void>();
  const begun = Array.from({ length: size }, () => Promise.withResolvers<void>());
  const ends = begun.map(({ resolve }) =>
    pool.use((db) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        resolve();
        await gate.promise;
        await tx.execute(sql`select 2`);
      }),
    ),
  );
  await Promise.all(begun.map(({ promise }) => promise));
  return { ends: Promise.allSettled(ends), goOn: gate.resolve };
}

const killConnections = () => owner`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = ${new URL(appUrl).username}`;

test("a pool whose connections are cut in the middle of transactions works on, and none of those commits", async () => {
  const pool = openPool(appUrl, size);
  for (let round = 0; round < 3; round += 1) {
    const { ends, goOn } = await openTransactions(pool);
    await killConnections();
    goOn();
    expect((await ends).map(({ status }) => status)).toEqual(Array(size).fill("rejected"));
    await Promise.all(Array.from({ length: 3 * size }, () => answerAtSecond(pool)));
  }
  await pool.end();
});

test("what waits for a connection while all are cut is served by the new ones", async () => {
  const pool = openPool(appUrl, size);
  const { ends, goOn } = await openTransactions(pool);
  const waiting = Array.from({ length: 2 * size }, () => answerAtSecond(pool));
  await killConnections();
  goOn();
  await ends;
  expect(await Promise.all(waiting)).toHaveLength(2 * size);
  await pool.end();
});
