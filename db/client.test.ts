import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inCompany, readTogether, type Tx } from "./client.ts";
import { companies } from "./schema/index.ts";
import { aCompany } from "./testing/a-company.ts";
import { testDatabase } from "./testing/test-database.ts";

await testDatabase();
const [mine, theirs] = [await aCompany(), await aCompany()];

/** Which transaction this is, and whose rows it sees. */
async function look(tx: Tx) {
  const [{ at, on } = { at: "", on: 0 }] = await tx.execute<{ at: string; on: number }>(
    sql`select transaction_timestamp()::text as at, pg_backend_pid() as on`,
  );
  const seen = await tx.select({ id: companies.id }).from(companies);
  return { transaction: `${at} ${on}`, company: seen.map(({ id }) => id) };
}

test("what is read together is read in one transaction", async () => {
  const [first, second] = await readTogether(mine.scope, () =>
    Promise.all([inCompany(mine.scope, look), inCompany(mine.scope, look)]),
  );
  expect(second).toEqual(first);
  expect(first.company).toEqual([mine.scope.companyId]);
});

test("another company's rows are never read with it", async () => {
  const [ours, others] = await readTogether(mine.scope, () =>
    Promise.all([inCompany(mine.scope, look), inCompany(theirs.scope, look)]),
  );
  expect(others.company).toEqual([theirs.scope.companyId]);
  expect(others.transaction).not.toBe(ours.transaction);
});

test("nothing is written while reading together", async () => {
  const rename = (tx: Tx) => tx.update(companies).set({ name: "Renamed" });
  await expect(readTogether(mine.scope, () => inCompany(mine.scope, rename))).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/read-only transaction/) },
  });
});

test("what comes after the end has a transaction of its own", async () => {
  let late: (() => Promise<Awaited<ReturnType<typeof look>>>) | undefined;
  const early = await readTogether(mine.scope, async () => {
    const asWithin = AsyncLocalStorage.snapshot();
    late = () => asWithin(() => inCompany(mine.scope, look));
    return inCompany(mine.scope, look);
  });
  const after = await late?.();
  expect(after?.company).toEqual([mine.scope.companyId]);
  expect(after?.transaction).not.toBe(early.transaction);
});
