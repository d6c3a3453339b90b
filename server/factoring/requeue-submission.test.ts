import { beforeEach, expect, test } from "vitest";
import { eventSink } from "#db/testing/event-sink.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { type BatchInvoiceId, idToUuid } from "#server/kernel/ids.ts";

const { owner } = await testDatabase();
const sink = await eventSink();
const { aSubmittedBatch } = await import("./testing/a-submitted-batch.ts");
const { findIdleSubmissions, requeueSubmission } = await import("./requeue-submission.ts");
let desk: Awaited<ReturnType<typeof aSubmittedBatch>>;

beforeEach(async () => {
  await owner`update batch_invoices set needs_review_since = now()`;
  desk = await aSubmittedBatch(owner, { loads: 2 });
  await owner`update batch_invoices set state_changed_at = now() - interval '1 hour'
    where company_id = ${idToUuid("company", desk.scope.companyId)}`;
});

const found = async () =>
  (await findIdleSubmissions(new Date())).map(({ batchInvoiceId }) => batchInvoiceId).sort();
const second = () => desk.invoiceIds[1] ?? desk.invoiceId;
const setRow = (id: BatchInvoiceId, set: Record<string, string | Date | null>) =>
  owner`update batch_invoices set ${owner(set)} where id = ${idToUuid("binv", id)}`;

test("submissions whose batch event was lost are queued again, in a new round", async () => {
  expect(await found()).toEqual([...desk.invoiceIds].sort());
  expect(await requeueSubmission(desk.scope, desk.invoiceId)).toBe(true);
  expect(await requeueSubmission(desk.scope, desk.invoiceId)).toBe(false);
  expect(sink.received.filter(({ name }) => name === "factoring/invoice.queued")).toMatchObject([
    { data: { batchInvoiceId: desk.invoiceId, integrationId: desk.integrationId, round: 2 } },
  ]);
});

test("an invoice that only waits its turn behind others of its login is left alone", async () => {
  await setRow(second(), { state: "accepted", state_changed_at: new Date() });
  expect(await found()).toEqual([]);
});

test("an invoice that was being sent is found however busy its login is", async () => {
  await setRow(second(), { state: "accepted", state_changed_at: new Date() });
  await setRow(desk.invoiceId, { state: "sending" });
  expect(await found()).toEqual([desk.invoiceId]);
});

test("a replay that is still waited for, and what waits for a person, are left alone", async () => {
  await setRow(desk.invoiceId, { state: "unknown", next_try_at: new Date(Date.now() + 60_000) });
  await setRow(second(), { state: "unknown", needs_review_since: new Date() });
  expect(await found()).toEqual([]);
});

test.each(["accepted", "failed"])("%s is an end", async (state) => {
  for (const id of desk.invoiceIds) await setRow(id, { state });
  expect(await found()).toEqual([]);
});
