import { beforeEach, expect, test } from "vitest";
import { withSessionLock } from "#db/session-locks.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { aSubmittedBatch, readInvoiceRow, type SubmittedDesk } from "../testing/a-submitted-batch.ts";
import { aClock, driveSubmission } from "../testing/drive-submission.ts";
import { advanceSubmission } from "./advance-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner);
});

const drive = (round = 1) => driveSubmission(desk.scope, desk.invoiceId, { round });
const read = () => readInvoiceRow(owner, desk.invoiceId);
const atOtr = async () => control.listInvoices({ invoiceNo: desk.loads[0]?.invoiceNumber });

test("an invoice is created, its document attached byte for byte, and its load becomes Invoiced", async () => {
  const progress = await drive();
  expect(progress).toEqual([{ next: "attach" }, { next: "end", state: "accepted" }]);
  const { row, attempts } = await read();
  expect(row).toMatchObject({
    state: "accepted",
    load_status: "invoiced",
    purchase_open: true,
    adopted: false,
  });
  expect(attempts).toEqual(["create created", "attach stored"]);
  const [invoice] = await atOtr();
  expect(invoice).toMatchObject({ pkey: row.pkey, amount: 1850, clientDot: "3104488", brokerMc: "412907" });
  expect(invoice?.documents.map(({ sha256 }) => sha256)).toEqual([row.document_sha256]);
});

test("every replay of a lost create is the same to the byte, whatever the row says since", async () => {
  await control.injectFault({ kind: "drop_before", route: "create-invoice", times: 2 });
  const clock = aClock(new Date());
  const job = { scope: desk.scope, batchInvoiceId: desk.invoiceId, round: 1 };
  expect(await advanceSubmission(job, clock.read)).toEqual({ next: "wait", seconds: 5 });
  await owner`update batch_invoices set mc_number = '530118' where state = 'unknown'`;
  await driveSubmission(desk.scope, desk.invoiceId, { clock });
  const sent = await control.listRequests({ route: "create-invoice" });
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map((request) => JSON.stringify(request.body))).size).toBe(1);
});

test("a broker OTR does not know fails alone with its MC, nothing is created", async () => {
  await owner`update batch_invoices set mc_number = '999' where company_id = (select company_id from batch_invoices order by created_at desc limit 1)`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({
    state: "failed",
    failure_reason: "broker_unknown",
    failed_step: "create",
    pkey: null,
  });
});

test("an adopted invoice of another amount is held, and nothing is attached to it", async () => {
  const { row: before } = await read();
  await drive();
  await owner`update batch_invoices set state = 'pending', otr_invoice_pkey = null, create_body = null,
    amount_cents = 100 where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({ state: "failed", failure_reason: "amount_differs", adopted: true });
  expect(row.pkey).not.toBeNull();
  const [invoice] = await atOtr();
  expect(invoice?.documents).toHaveLength(1);
});

test("a process killed while sending leaves an invoice that the next run resolves by replaying", async () => {
  const clock = aClock(new Date());
  await drive();
  const { row: before } = await read();
  // As a kill between OTR's answer and our commit leaves it: sent, kept there, unknown here.
  await owner`update batch_invoices set state = 'sending', otr_invoice_pkey = null, accepted_at = null,
    purchase_open = false, state_changed_at = ${clock.read()} where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  const [first, ...rest] = await driveSubmission(desk.scope, desk.invoiceId, { clock });
  expect(first).toEqual({ next: "wait", seconds: 5 });
  expect(rest.at(-1)).toEqual({ next: "end", state: "accepted" });
  expect((await read()).row).toMatchObject({ pkey: before.pkey, adopted: true });
  expect(await atOtr()).toHaveLength(1);
});

test.each(["invoice_created", "document_attached"])("a run killed at %s goes on there", async (state) => {
  await drive();
  const { row: before } = await read();
  await owner`update batch_invoices set state = ${state}, purchase_open = false where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  await control.clearRequests();
  await drive();
  expect((await read()).row).toMatchObject({ state: "accepted", pkey: before.pkey, load_status: "invoiced" });
  expect(await control.listRequests({ route: "create-invoice" })).toEqual([]);
});

test("a second run of an invoice that is being sent makes no second create, however late its clock", async () => {
  await control.setLatency({ "create-invoice": 400 });
  const job = { scope: desk.scope, batchInvoiceId: desk.invoiceId, round: 1 };
  const first = advanceSubmission(job);
  await expect.poll(async () => (await readInvoiceRow(owner, desk.invoiceId)).row.state).toBe("sending");
  const anHourLater = aClock(new Date(Date.now() + 3_600_000));
  expect(await advanceSubmission(job, anHourLater.read)).toEqual({ next: "wait", seconds: 5 });
  expect(await first).toEqual({ next: "attach" });
  expect(await control.listRequests({ route: "create-invoice" })).toHaveLength(1);
});

test("a lock held by another process makes a run wait, and is free when that process is gone", async () => {
  const other = await owner.reserve();
  await other`select pg_advisory_lock(hashtextextended(${`submission ${desk.invoiceId}`}, 0))`;
  const job = { scope: desk.scope, batchInvoiceId: desk.invoiceId, round: 1 };
  expect(await advanceSubmission(job)).toEqual({ next: "wait", seconds: 5 });
  await other`select pg_advisory_unlock_all()`;
  other.release();
  expect(await withSessionLock(`submission ${desk.invoiceId}`, async () => "free")).toBe("free");
});

test("a run of an older round steps aside without a call", async () => {
  await owner`update batch_invoices set round = 2 where state = 'pending'`;
  expect(await drive(1)).toEqual([{ next: "end", state: "superseded" }]);
  expect(await control.listRequests({ route: "create-invoice" })).toEqual([]);
});

test("a stored document that is not what was promised is never sent", async () => {
  await owner`update batch_invoices set document_sha256 = ${"0".repeat(64)} where state = 'pending'`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({ state: "failed", failure_reason: "document_missing", failed_step: "attach" });
  expect(await control.listRequests({ route: "file-upload" })).toEqual([]);
});
