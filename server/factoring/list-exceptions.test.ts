import { beforeEach, expect, test } from "vitest";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { type BatchInvoiceId, idToUuid } from "#server/kernel/ids.ts";
import { hasNotReady } from "./has-not-ready.ts";
import { listBatchProgress } from "./list-batch-progress.ts";
import { listNeedsYou } from "./list-needs-you.ts";
import { listNotReady } from "./list-not-ready.ts";
import { listRunningBatches } from "./list-running-batches.ts";
import { submitAll } from "./testing/a-submitted-batch.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 3 });
});

const fail = (id: BatchInvoiceId | undefined, reason = "broker_unknown") =>
  owner`update batch_invoices set state = 'failed', failure_reason = ${reason} where id = ${uuid(id)}`;

const accept = (id: BatchInvoiceId | undefined) =>
  owner`update batch_invoices set state = 'accepted' where id = ${uuid(id)}`;

function uuid(id: BatchInvoiceId | undefined): string {
  if (!id) throw new Error("no such invoice");
  return idToUuid("binv", id);
}

test("a near miss stands under Not ready with its first reason and the page that mends it", async () => {
  const byMail = await aCustomer(desk.scope, desk.subsidiaryId, { method: "email" });
  const wrongMethod = await aQueuedLoad(desk.scope, desk.subsidiaryId, byMail);
  const released = await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { status: "released" });
  // Released and invoiced another way: not on its way to the factor at all.
  await aQueuedLoad(desk.scope, desk.subsidiaryId, byMail, { status: "released" });
  await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { status: "financed" });
  const { count, rows } = await listNotReady(desk.biller, desk);
  expect(count).toBe(2);
  expect(await hasNotReady(desk.biller, desk)).toBe(true);
  expect(rows.map(({ id }) => id).sort()).toEqual([wrongMethod.loadId, released.loadId].sort());
  expect(rows.find(({ id }) => id === wrongMethod.loadId)).toMatchObject({
    reason: expect.stringMatching(/invoicing method to Factoring/),
    fix: { href: `/customers/${byMail}#invoicing-methods` },
  });
  expect(rows.find(({ id }) => id === released.loadId)?.reason).toMatch(/Released, not Queued/);
});

test("loads on their way are in no group; a failed one needs you, with why, what it means and the way on", async () => {
  const { invoiceIds } = await submitAll(owner, desk);
  expect(await listNeedsYou(desk.biller, desk)).toEqual({ count: 0, rows: [] });
  expect(await listNotReady(desk.biller, desk)).toEqual({ count: 0, rows: [] });
  expect(await hasNotReady(desk.biller, desk)).toBe(false);
  await fail(invoiceIds[0]);
  const { count, rows } = await listNeedsYou(desk.biller, desk);
  expect(count).toBe(1);
  expect(rows).toMatchObject([
    {
      id: invoiceIds[0],
      happened: "OTR doesn't know MC 412907.",
      fix: { href: `/customers/${desk.customerId}#mc-number` },
      action: "Retry",
    },
  ]);
});

test("the first few that need you come with the count of all", async () => {
  const { invoiceIds } = await submitAll(owner, desk);
  for (const id of invoiceIds) await fail(id);
  const { count, rows } = await listNeedsYou(desk.biller, { ...desk, limit: 2 });
  expect({ count, shown: rows.length }).toEqual({ count: 3, shown: 2 });
});

test("a biller who may not set the login up is told whom to ask, with no link that refuses them", async () => {
  const { invoiceIds, batchId } = await submitAll(owner, desk);
  await fail(invoiceIds[0], "credentials_rejected");
  const told = { fix: null, todo: expect.stringMatching(/Ask an admin in your company\.$/) };
  expect((await listNeedsYou(desk.biller, desk)).rows).toMatchObject([told]);
  expect((await listBatchProgress(desk.biller, { batchId }))[0]?.trouble).toMatchObject(told);
  const admin = { ...desk.biller, role: "admin" as const };
  const shown = { fix: { href: `/management/integrations?subsidiary=${desk.subsidiaryId}` } };
  expect((await listNeedsYou(admin, desk)).rows).toMatchObject([shown]);
  expect((await listBatchProgress(admin, { batchId }))[0]?.trouble).toMatchObject(shown);
});

test("a lost answer whose replays are used up needs you too, and is looked for again rather than sent anew", async () => {
  const { invoiceIds } = await submitAll(owner, desk);
  const id = uuid(invoiceIds[1]);
  await owner`update batch_invoices set state = 'unknown' where id = ${id}`;
  expect((await listNeedsYou(desk.biller, desk)).count).toBe(0);
  await owner`update batch_invoices set needs_review_since = now() where id = ${id}`;
  expect((await listNeedsYou(desk.biller, desk)).rows).toMatchObject([{ action: "Check again" }]);
});

test("only the latest submission of a load counts: what failed before and is on its way again is quiet", async () => {
  const first = await submitAll(owner, desk);
  for (const id of first.invoiceIds) await fail(id);
  expect((await listNeedsYou(desk.biller, desk)).count).toBe(3);
  await submitAll(owner, desk);
  expect((await listNeedsYou(desk.biller, desk)).count).toBe(0);
});

test("a batch is shown while it works, however old, and a quarter of an hour after it was submitted", async () => {
  const { invoiceIds, batchId } = await submitAll(owner, desk);
  const tomorrow = () => new Date(Date.now() + 86_400_000);
  await accept(invoiceIds[0]);
  await fail(invoiceIds[1]);
  const counts = { accepted: 1, failed: 1, waiting: 1, invoiceCount: 3, totalCents: 3 * 185_000 };
  expect(await listRunningBatches(desk.biller, desk, tomorrow)).toMatchObject([
    { id: batchId, number: 1, running: true, ...counts },
  ]);
  await accept(invoiceIds[2]);
  expect(await listRunningBatches(desk.biller, desk)).toMatchObject([{ running: false, accepted: 2 }]);
  expect(await listRunningBatches(desk.biller, desk, tomorrow)).toEqual([]);
});

test("a batch's invoices come with those in trouble first, worded as everywhere", async () => {
  const { invoiceIds, batchId } = await submitAll(owner, desk);
  await accept(invoiceIds[0]);
  await fail(invoiceIds[2], "document_too_large");
  const rows = await listBatchProgress(desk.biller, { batchId });
  expect(rows.map(({ state }) => state)).toEqual(["failed", "pending", "accepted"]);
  expect(rows[0]?.trouble).toMatchObject({ happened: "The merged document is larger than OTR takes." });
  expect(rows[1]?.trouble).toBeNull();
});

test("another company sees none of it", async () => {
  const { invoiceIds, batchId } = await submitAll(owner, desk);
  await fail(invoiceIds[0]);
  const { biller } = await aFactoringDesk();
  const mine = { subsidiaryId: desk.subsidiaryId };
  expect(await listNeedsYou(biller, mine)).toEqual({ count: 0, rows: [] });
  expect(await listNotReady(biller, mine)).toEqual({ count: 0, rows: [] });
  expect(await listRunningBatches(biller, mine)).toEqual([]);
  expect(await listBatchProgress(biller, { batchId })).toEqual([]);
});
