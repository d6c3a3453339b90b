import { beforeEach, expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { getBatch } from "./get-batch.ts";
import { getInvoiceHistory } from "./get-invoice-history.ts";
import { listBatchInvoices } from "./list-batch-invoices.ts";
import type { InvoiceFilter } from "./rules/invoice-filter.ts";
import type { InvoiceCursor, InvoiceRow } from "./schemas.ts";
import {
  aSentBatch,
  aStatusChange,
  aSyncRun,
  markSynced,
  outcome,
  readAs,
  sendLoads,
} from "./testing/a-sent-batch.ts";

await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

test("the pages of a large batch hold every invoice once, those that need a person first", async () => {
  const asked = readAs(6);
  const outcomes = Array.from({ length: 230 }, (_, n) => (n % 20 === 0 ? asked : outcome.accepted));
  const { batchId, invoiceIds } = await aSentBatch(desk, outcomes);
  const rows: InvoiceRow[] = [];
  let cursor: InvoiceCursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listBatchInvoices>> = await listBatchInvoices(desk.biller, {
      batchId,
      filter: "all",
      cursor,
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(rows.map(({ id }) => id).sort()).toEqual(invoiceIds.toSorted());
  expect(rows.map((row) => row.needsYou)).toEqual([
    ...Array.from({ length: 12 }, () => true),
    ...Array.from({ length: 218 }, () => false),
  ]);
});

test("every chip counts the invoices it shows", async () => {
  const { batchId } = await aSentBatch(desk, [
    outcome.accepted,
    outcome.financed,
    outcome.failed,
    outcome.lost,
    { ...outcome.lost, needsReviewSince: new Date() },
    readAs(99),
    readAs(12),
    {},
  ]);
  const { filterCounts } = await getBatch(desk.biller, { batchId });
  expect(filterCounts).toEqual({ all: 8, needs_you: 3, failed: 1, underway: 3, open: 3, financed: 1 });
  for (const filter of Object.keys(filterCounts) as InvoiceFilter[]) {
    const { rows } = await listBatchInvoices(desk.biller, { batchId, filter });
    expect(rows).toHaveLength(filterCounts[filter]);
    if (filter === "needs_you") expect(rows.every((row) => row.needsYou)).toBe(true);
  }
});

test("a row says what happened in words, and never OTR's id of the invoice", async () => {
  const { batchId } = await aSentBatch(desk, [
    { ...outcome.failed, mcNumber: "412907" },
    { ...readAs(6), otrInvoicePkey: 7_700_123 },
  ]);
  const { rows } = await listBatchInvoices(desk.biller, { batchId, filter: "needs_you" });
  expect(rows[0]?.note).toMatchObject({
    happened: "OTR doesn't know MC 412907.",
    link: { label: "Check the MC number" },
  });
  expect(rows[1]?.note?.todo).toMatch(/OTR portal/);
  expect(JSON.stringify(rows)).not.toContain("7700123");
});

test("a failed invoice names the later batch of its load", async () => {
  const first = await aSentBatch(desk, [outcome.failed]);
  const second = await sendLoads(desk, first.loads, [outcome.accepted]);
  const { rows } = await listBatchInvoices(desk.biller, { batchId: first.batchId, filter: "all" });
  expect(rows[0]).toMatchObject({
    needsYou: false,
    sentAgainIn: { batchId: second.batchId, number: second.number },
    note: { todo: `The load went out again in batch ${second.number}: nothing to do here.` },
  });
});

test("an invoice was checked when its batch was last synced, a financed one when the run saw it funded", async () => {
  const { batchId, invoiceIds } = await aSentBatch(desk, [
    readAs(1),
    outcome.financed,
    { ...outcome.accepted, acceptedAt: new Date("2026-11-24T00:00:00Z") },
  ]);
  const funded = await aSyncRun(desk.scope, {
    trigger: "manual",
    batchId,
    startedBy: desk.biller.userId,
    finishedAt: new Date("2026-11-23T08:03:00Z"),
  });
  const [, financedId] = invoiceIds;
  if (!financedId) throw new Error("the invoice was made");
  const changedAt = outcome.financed.purchaseChangedAt;
  await aStatusChange(desk.scope, { batchInvoiceId: financedId, syncRunId: funded, toCode: 3, changedAt });
  const lastSyncedAt = new Date("2026-11-23T20:00:00Z");
  await markSynced(desk.scope, batchId, {
    lastSyncRunId: await aSyncRun(desk.scope, { nightOf: "2026-11-23", finishedAt: lastSyncedAt }),
    lastSyncedAt,
  });
  const { rows } = await listBatchInvoices(desk.biller, { batchId, filter: "all" });
  expect(rows.map(({ checked }) => checked)).toEqual([
    { at: lastSyncedAt.toISOString(), trigger: "nightly", byName: null },
    { at: changedAt.toISOString(), trigger: "manual", byName: desk.biller.name },
    null,
  ]);
  const history = await getInvoiceHistory(desk.biller, { batchInvoiceId: financedId });
  expect(history.changes).toMatchObject([{ fromCode: null, toCode: 3, byName: desk.biller.name }]);
});

test("the batch says what its own sync changed, and who started the one that runs", async () => {
  const { batchId } = await aSentBatch(desk, [outcome.financed, readAs(1)]);
  const manual = { trigger: "manual", batchId, startedBy: desk.biller.userId } as const;
  const lastSyncedAt = new Date("2026-11-23T20:00:00Z");
  const counts = { checked: 2, newlyFinanced: 1, changed: 0, unchanged: 1, needsYou: 0, unreadable: 0 };
  const lastSyncRunId = await aSyncRun(desk.scope, { ...manual, ...counts, finishedAt: lastSyncedAt });
  await markSynced(desk.scope, batchId, { lastSyncRunId, lastSyncedAt });
  const idle = await getBatch(desk.biller, { batchId });
  expect(idle).toMatchObject({ running: null, lastResult: { counts, byName: desk.biller.name } });
  await aSyncRun(desk.scope, manual);
  const busy = await getBatch(desk.biller, { batchId });
  expect(busy.running).toMatchObject({ byName: desk.biller.name });
});

test("another company gets not_found for the batch, its invoices and their history", async () => {
  const { batchId, invoiceIds } = await aSentBatch(desk, [outcome.accepted]);
  const [batchInvoiceId] = invoiceIds;
  if (!batchInvoiceId) throw new Error("the invoice was made");
  const { biller: stranger } = await aFactoringDesk({ loads: 0 });
  const refused = { code: "not_found" };
  await expect(getBatch(stranger, { batchId })).rejects.toMatchObject(refused);
  await expect(listBatchInvoices(stranger, { batchId, filter: "all" })).rejects.toMatchObject(refused);
  await expect(getInvoiceHistory(stranger, { batchInvoiceId })).rejects.toMatchObject(refused);
});
