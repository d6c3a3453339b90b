import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { lockLoads, updateLoadStatus } from "#db/queries/loads.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { syncPurchases } from "#inngest/functions/sync-purchases.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { retryInvoice } from "./retry-invoice.ts";
import { startSync } from "./start-sync.ts";
import {
  aSubmittedBatch,
  readInvoiceRow,
  type SubmittedDesk,
  submitAll,
} from "./testing/a-submitted-batch.ts";
import { driveSubmission } from "./testing/drive-submission.ts";
import { inlineSteps } from "./testing/inline-steps.ts";
import { withdrawSubmission } from "./withdraw-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner);
});

const loadId = () => {
  const [load] = desk.loads;
  if (!load) throw new Error("the desk has no load");
  return load.loadId;
};
const withdraw = () =>
  inCompany(desk.scope, async (tx) => {
    await lockLoads(tx, desk.scope, [loadId()]);
    return withdrawSubmission(tx, desk.biller, {
      loadId: loadId(),
      reason: "Broker pays us",
      at: new Date(),
    });
  });
const moveLoadTo = (from: LoadStatus, to: LoadStatus) =>
  inCompany(desk.scope, (tx) =>
    updateLoadStatus(tx, desk.scope, {
      loadId: loadId(),
      from,
      to,
      by: null,
      reason: null,
      at: new Date(),
    }),
  );
const sync = async () => {
  const started = await startSync(desk.biller, { batchId: desk.batchId });
  if (started.kind !== "started") throw new Error(started.kind);
  return syncPurchases({ scope: desk.scope, syncRunId: started.syncRunId }, inlineSteps());
};
const row = async () => (await readInvoiceRow(owner, desk.invoiceId)).row;

test("an invoice on its way can't be taken back", async () => {
  expect(await withdraw()).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("on its way"),
  });
  expect(await row()).toMatchObject({ withdrawn_at: null });
});

test("what was taken back leaves the load free for one other submission, and is not retried", async () => {
  await driveSubmission(desk.scope, desk.invoiceId);
  expect(await withdraw()).toMatchObject({ kind: "withdrawn", wasAtOtr: true });
  expect(await withdraw()).toEqual({ kind: "none" });
  expect(await row()).toMatchObject({ withdraw_reason: "Broker pays us", state: "accepted" });
  expect(await retryInvoice(desk.biller, { batchInvoiceId: desk.invoiceId })).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining("taken back"),
  });
  await moveLoadTo("invoiced", "queued");
  const again = await submitAll(owner, desk);
  expect(again.invoiceId).not.toBe(desk.invoiceId);
  await expect(submitAll(owner, desk)).rejects.toThrow("not submitted");
});

test("money that comes for an invoice taken back is an alarm, and settles no other submission", async () => {
  await driveSubmission(desk.scope, desk.invoiceId);
  await withdraw();
  await control.setStatus({ invoiceNo: desk.loads[0]?.invoiceNumber, status: 3 });
  expect(await sync()).toMatchObject({ newlyFinanced: 0, needsYou: 1 });
  expect(await row()).toMatchObject({
    load_status: "invoiced",
    purchase_error: expect.stringContaining("taken back"),
  });
});

test("an invoice that OTR has funded stays", async () => {
  await driveSubmission(desk.scope, desk.invoiceId);
  await control.setStatus({ invoiceNo: desk.loads[0]?.invoiceNumber, status: 3 });
  await sync();
  expect(await withdraw()).toMatchObject({ kind: "refused", sentence: expect.stringContaining("funded") });
});
