import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aLoad } from "#db/testing/a-load.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { syncPurchases } from "#inngest/functions/sync-purchases.ts";
import type { Actor } from "#server/auth/actor.ts";
import { startSync } from "#server/factoring/start-sync.ts";
import { aSubmittedBatch, submitAll } from "#server/factoring/testing/a-submitted-batch.ts";
import { driveSubmission } from "#server/factoring/testing/drive-submission.ts";
import { inlineSteps } from "#server/factoring/testing/inline-steps.ts";
import { idToUuid, type LoadId } from "#server/kernel/ids.ts";
import { getLoad } from "./get-load.ts";
import { moveLoad } from "./move-load.ts";
import { revertLoad } from "./revert-load.ts";
import type { LoadStatus } from "./rules/load-status.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const REASON = "Broker pays us directly";
const revert = (
  loadId: LoadId,
  expected: LoadStatus,
  to: LoadStatus,
  { reason = "", by = desk.biller }: { reason?: string; by?: Actor } = {},
) => revertLoad(by, { loadId, expected, to, reason });
const read = (loadId: LoadId) => getLoad(desk.biller, { loadId });

/** A load that OTR has accepted, and its invoice. */
async function anInvoicedLoad() {
  const sent = await aSubmittedBatch(owner);
  desk = sent;
  await driveSubmission(sent.scope, sent.invoiceId);
  const [load] = sent.loads;
  if (!load) throw new Error("the desk has no load");
  return { ...load, sent };
}

test("a step taken by mistake is taken back, and told in the history", async () => {
  const loadId = await aLoad(desk, { status: "dispatched" });
  expect(await revert(loadId, "dispatched", "open", { by: desk.company.member })).toMatchObject({
    kind: "reverted",
    load: { status: "open", history: [{ to: "open", reason: "Reverted from Dispatched" }, {}] },
  });
});

test("ten tabs that revert take one step back", async () => {
  const loadId = await aLoad(desk, { status: "delivered" });
  const results = await Promise.all(
    Array.from({ length: 10 }, () => revert(loadId, "delivered", "in_transit")),
  );
  expect(results.filter(({ kind }) => kind === "reverted")).toHaveLength(1);
  expect((await read(loadId)).status).toBe("in_transit");
});

test("a cancelled load goes back to where it was cancelled", async () => {
  const loadId = await aLoad(desk);
  await moveLoad(desk.biller, { loadId, expected: "open", to: "dispatched" });
  await moveLoad(desk.biller, { loadId, expected: "dispatched", to: "cancelled" });
  expect(await revert(loadId, "cancelled", "open")).toMatchObject({ kind: "refused" });
  expect(await revert(loadId, "cancelled", "dispatched")).toMatchObject({ kind: "reverted" });
});

test("a queued load that goes back to Released has no invoice any more, and can be corrected", async () => {
  const { loadId, invoiceNumber } = await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId);
  expect((await read(loadId)).invoice).toMatchObject({ number: invoiceNumber });
  await revert(loadId, "queued", "released");
  expect(await read(loadId)).toMatchObject({
    status: "released",
    invoice: null,
    documents: [],
    correction: { allows: "everything" },
  });
  const [voided] = await owner`select voided_at from invoices where load_id = ${idToUuid("load", loadId)}`;
  expect(voided?.voided_at).not.toBeNull();
});

test("an invoice on its way to OTR holds its load where it is", async () => {
  const sent = await aSubmittedBatch(owner);
  desk = sent;
  const loadId = sent.loads[0]?.loadId;
  if (!loadId) throw new Error("the desk has no load");
  expect(await revert(loadId, "queued", "released", { reason: REASON })).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("on its way"),
  });
  expect((await read(loadId)).invoice).not.toBeNull();
});

test("what OTR accepted goes back with a reason only, and the load can be submitted again", async () => {
  const { loadId, sent } = await anInvoicedLoad();
  for (const reason of ["", "oops"]) {
    expect(await revert(loadId, "invoiced", "queued", { reason })).toMatchObject({ kind: "refused" });
  }
  expect(await revert(loadId, "invoiced", "queued", { reason: REASON })).toMatchObject({
    kind: "reverted",
    load: { status: "queued", invoice: { isMerged: true }, submission: null },
  });
  const [audit] = await owner`
    select data from audit_entries where action = 'load.reverted' and subject = ${loadId}`;
  expect(audit?.data).toMatchObject({ from: "invoiced", to: "queued", reason: REASON, withdrawn: true });
  await expect(submitAll(owner, sent)).resolves.toMatchObject({ batchId: expect.anything() });
});

test("two people who take back what OTR accepted, to two statuses, do it once", async () => {
  const { loadId } = await anInvoicedLoad();
  const results = await Promise.all([
    revert(loadId, "invoiced", "queued", { reason: REASON }),
    revert(loadId, "invoiced", "released", { reason: REASON }),
  ]);
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(["refused", "reverted"]);
  const [withdrawn] = await owner`
    select count(*)::int as count from batch_invoices
    where load_id = ${idToUuid("load", loadId)} and withdrawn_at is not null`;
  expect(withdrawn?.count).toBe(1);
});

test("only those with the Billing permission take an invoice back from OTR", async () => {
  const { loadId } = await anInvoicedLoad();
  expect(
    await revert(loadId, "invoiced", "queued", { reason: REASON, by: desk.company.admin }),
  ).toMatchObject({ kind: "refused", sentence: expect.stringContaining("“Billing” permission") });
});

test("what OTR has funded is not taken back, and a sync that comes late walks nothing back", async () => {
  const { loadId, invoiceNumber, sent } = await anInvoicedLoad();
  await control.setStatus({ invoiceNo: invoiceNumber, status: 3 });
  const started = await startSync(desk.biller, { batchId: sent.batchId });
  if (started.kind !== "started") throw new Error(started.kind);
  await syncPurchases({ scope: sent.scope, syncRunId: started.syncRunId }, inlineSteps());
  expect((await read(loadId)).status).toBe("financed");
  expect(await revert(loadId, "financed", "invoiced", { reason: REASON })).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("OTR Solutions about a buy-back"),
  });
});

test("a page that saw the load elsewhere reverts nothing", async () => {
  const loadId = await aLoad(desk, { status: "delivered" });
  expect(await revert(loadId, "in_transit", "dispatched")).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("is Delivered now"),
  });
});

test("another company's load does not exist", async () => {
  const loadId = await aLoad(desk, { status: "delivered" });
  const { admin } = await aCompany();
  await expect(revert(loadId, "delivered", "in_transit", { by: admin })).rejects.toMatchObject({
    code: "not_found",
  });
});
