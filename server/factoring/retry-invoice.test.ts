import { beforeEach, expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { retryInvoice } from "./retry-invoice.ts";
import {
  aSubmittedBatch,
  readInvoiceRow,
  type SubmittedDesk,
  submitAll,
} from "./testing/a-submitted-batch.ts";
import { driveSubmission } from "./testing/drive-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner);
});

const retry = () => retryInvoice(desk.biller, { batchInvoiceId: desk.invoiceId });
const state = async () => (await readInvoiceRow(owner, desk.invoiceId)).row;

test("Retry takes the MC number that was entered since, and only once", async () => {
  const bare = await aFactoringDesk({ loads: 0 });
  const customerId = await aCustomer(bare.scope, bare.subsidiaryId, { mcNumber: null });
  const load = await aQueuedLoad(bare.scope, bare.subsidiaryId, customerId);
  desk = await submitAll(owner, { ...bare, loads: [load] });
  expect(await retry()).toMatchObject({
    kind: "refused",
    fix: { href: `/customers/${customerId}#mc-number` },
  });
  await owner`update customers set mc_number = '530118' where id = ${idToUuid("customer", customerId)}`;
  expect(await retry()).toEqual({ kind: "retried", state: "pending" });
  expect(await retry()).toMatchObject({ kind: "refused" });
  await driveSubmission(desk.scope, desk.invoiceId, { round: 2 });
  expect(await state()).toMatchObject({ state: "accepted", mc_number: "530118" });
});

test("twenty retries at once start one round", async () => {
  await control.injectFault({ kind: "gateway_403", route: "create-invoice" });
  await driveSubmission(desk.scope, desk.invoiceId);
  const results = await Promise.all(Array.from({ length: 20 }, retry));
  expect(results.filter(({ kind }) => kind === "retried")).toHaveLength(1);
  expect((await state()).round).toBe(2);
});

test("a failed invoice is not retried while its load is live in another batch", async () => {
  await control.injectFault({ kind: "gateway_403", route: "create-invoice" });
  await driveSubmission(desk.scope, desk.invoiceId);
  await submitAll(owner, desk);
  const result = await retry();
  expect(result).toMatchObject({ kind: "refused", sentence: expect.stringContaining("batch 2") });
});

test("Check again replays the same body and adopts what OTR has", async () => {
  await control.injectFault({ kind: "drop_after_commit", route: "create-invoice" });
  await control.injectFault({ kind: "drop_before", route: "create-invoice", times: 2 });
  await driveSubmission(desk.scope, desk.invoiceId);
  const before = await state();
  expect(before).toMatchObject({ state: "unknown", failure_reason: "answer_lost" });
  expect(await retry()).toEqual({ kind: "retried", state: "unknown" });
  await driveSubmission(desk.scope, desk.invoiceId, { round: 2 });
  expect(await state()).toMatchObject({ state: "accepted", adopted: true, create_body: before.create_body });
});

test("a document that was refused is replaced by the one merged since", async () => {
  await control.setChoices({ maxUploadBytes: 10 });
  await driveSubmission(desk.scope, desk.invoiceId);
  expect(await state()).toMatchObject({ state: "failed", failure_reason: "document_too_large" });
  await control.setChoices({ maxUploadBytes: 1_000_000 });
  const other = await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId);
  const [packet] = await owner`select packet_document_id as id, sha256 from invoices i
    join documents d on d.id = i.packet_document_id where i.id = ${idToUuid("invoice", other.invoiceId)}`;
  await owner`update invoices set packet_document_id = ${packet?.id} where load_id = ${(await state()).load_id}`;
  await retry();
  await driveSubmission(desk.scope, desk.invoiceId, { round: 2 });
  const [invoice] = await control.listInvoices({ invoiceNo: desk.loads[0]?.invoiceNumber });
  expect(invoice?.documents.map(({ sha256 }) => sha256)).toEqual([packet?.sha256]);
});

test("an accepted invoice is not retried, and another company's does not exist", async () => {
  await driveSubmission(desk.scope, desk.invoiceId);
  expect(await retry()).toMatchObject({ kind: "refused" });
  const stranger = (await aCompany()).biller;
  await expect(retryInvoice(stranger, { batchInvoiceId: desk.invoiceId })).rejects.toMatchObject({
    code: "not_found",
  });
});
