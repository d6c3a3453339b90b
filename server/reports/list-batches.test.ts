import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { factoringBatches, loads } from "#db/schema/index.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { newId } from "#server/kernel/ids.ts";
import { listBatches } from "./list-batches.ts";
import { aSentBatch, aSyncRun, markSynced, outcome, readAs, sendLoads } from "./testing/a-sent-batch.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

test("counts and sums are those of the batch's own invoices", async () => {
  await aSentBatch(desk, [outcome.accepted]);
  const { number } = await aSentBatch(desk, [
    outcome.accepted,
    outcome.financed,
    outcome.financed,
    outcome.failed,
    outcome.lost,
    readAs(6),
    readAs(12),
  ]);
  const { rows } = await listBatches(desk.biller, {});
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    number,
    invoiceCount: 7,
    accepted: 5,
    failed: 1,
    underway: 1,
    financed: 2,
    open: 3,
    needsYou: 2,
    totalCents: 7 * 185_000,
    financedCents: 2 * 185_000,
    submittedByName: desk.biller.name,
    lastSync: null,
    syncing: false,
  });
});

test("a failed invoice needs nobody once its load went out in a later batch", async () => {
  const first = await aSentBatch(desk, [outcome.failed]);
  await sendLoads(desk, first.loads, [outcome.accepted]);
  const { rows } = await listBatches(desk.biller, {});
  expect(rows.map(({ failed, needsYou }) => ({ failed, needsYou }))).toEqual([
    { failed: 0, needsYou: 0 },
    { failed: 1, needsYou: 0 },
  ]);
  expect((await listBatches(desk.biller, { needsYou: true })).rows).toEqual([]);
});

test("the last sync names the person, or the night", async () => {
  const byHand = await aSentBatch(desk, [outcome.accepted]);
  const byNight = await aSentBatch(desk, [outcome.accepted]);
  const at = new Date("2026-11-23T20:05:00Z");
  const manual = { trigger: "manual", batchId: byHand.batchId, startedBy: desk.biller.userId } as const;
  await markSynced(desk.scope, byHand.batchId, {
    lastSyncRunId: await aSyncRun(desk.scope, { ...manual, finishedAt: at }),
    lastSyncedAt: at,
  });
  await markSynced(desk.scope, byNight.batchId, {
    lastSyncRunId: await aSyncRun(desk.scope, { nightOf: "2026-11-23", finishedAt: at }),
    lastSyncedAt: at,
  });
  await aSyncRun(desk.scope, manual);
  const { rows } = await listBatches(desk.biller, {});
  expect(rows[0]).toMatchObject({ lastSync: { trigger: "nightly", byName: null }, syncing: false });
  expect(rows[1]).toMatchObject({
    lastSync: { trigger: "manual", byName: desk.biller.name, at: at.toISOString() },
    syncing: true,
  });
});

test("pages hold every batch once, newest first, also while new ones arrive", async () => {
  const { batchId } = await aSentBatch(desk, [outcome.accepted]);
  await inCompany(desk.scope, async (tx) => {
    const [first] = await tx.select().from(factoringBatches).where(eq(factoringBatches.id, batchId));
    if (!first) throw new Error("the batch was made");
    const copies = Array.from({ length: 120 }, (_, n) => ({
      ...first,
      id: newId("batch"),
      batchNumber: n + 2,
      requestKey: `copy ${n}`,
    }));
    await tx.insert(factoringBatches).values(copies);
  });
  const numbers: number[] = [];
  let cursor: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof listBatches>> = await listBatches(desk.biller, { cursor });
    numbers.push(...page.rows.map((row) => row.number));
    if (cursor === null) await aSentBatch(desk, [outcome.accepted]);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(numbers).toEqual(Array.from({ length: 121 }, (_, n) => 121 - n));
});

test("search finds a batch by its number and by the beginning of a load, invoice or PO number, signs taken literally", async () => {
  const sought = await aSentBatch(desk, [outcome.accepted, { ...outcome.accepted, poNumber: "HPD50%_OFF" }]);
  await aSentBatch(desk, [outcome.accepted]);
  const find = async (search: string) =>
    (await listBatches(desk.biller, { search })).rows.map((r) => r.number);
  const [load] = sought.loads;
  expect(await find(load?.invoiceNumber ?? "")).toEqual([sought.number]);
  expect(await find(await loadNumberOf(sought.loads[1]?.loadId))).toEqual([sought.number]);
  expect(await find("hpd50")).toEqual([sought.number]);
  expect(await find("hpd50%_")).toEqual([sought.number]);
  expect(await find("hpd50_")).toEqual([]);
  expect(await find("%PD50")).toEqual([]);
  expect(await find(`#${sought.number}`)).toEqual([sought.number]);
});

test("the filters narrow by subsidiary, by calendar day of the company, and to what needs a person", async () => {
  const late = await aSentBatch(desk, [outcome.failed]);
  const other = { ...desk, subsidiaryId: await aSubsidiary(desk.scope) };
  await aSentBatch(desk, [outcome.accepted]);
  // 23:30 on Oct 9 in Chicago, Oct 10 in London.
  await inCompany(desk.scope, (tx) =>
    tx
      .update(factoringBatches)
      .set({ submittedAt: new Date("2026-10-10T04:30:00Z") })
      .where(eq(factoringBatches.id, late.batchId)),
  );
  const find = async (filter: Parameters<typeof listBatches>[1]) =>
    (await listBatches(desk.biller, filter)).rows.map((row) => row.number);
  expect(await find({ from: "2026-10-09", to: "2026-10-09" })).toEqual([late.number]);
  expect(await find({ from: "2026-10-10", to: "2026-10-10" })).not.toContain(late.number);
  expect(await find({ needsYou: true })).toEqual([late.number]);
  expect(await find({ subsidiaryId: other.subsidiaryId })).toEqual([]);
  expect(await find({ subsidiaryId: desk.subsidiaryId })).toHaveLength(2);
});

test("another company's batches are not there, whatever is asked for", async () => {
  const mine = await aSentBatch(desk, [outcome.accepted]);
  const stranger = await aFactoringDesk({ loads: 0 });
  const search = mine.loads[0]?.invoiceNumber;
  expect((await listBatches(stranger.biller, {})).rows).toEqual([]);
  expect((await listBatches(stranger.biller, { search })).rows).toEqual([]);
  expect((await listBatches(stranger.biller, { subsidiaryId: desk.subsidiaryId })).rows).toEqual([]);
});

async function loadNumberOf(loadId: (typeof loads.$inferSelect)["id"] | undefined): Promise<string> {
  if (!loadId) throw new Error("the load was made");
  const [load] = await inCompany(desk.scope, (tx) => tx.select().from(loads).where(eq(loads.id, loadId)));
  return load?.loadNumber ?? "";
}
