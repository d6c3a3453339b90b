import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { aCompany, aUser } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad, manyQueuedLoads } from "#db/testing/a-queued-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { idToUuid, newId } from "#server/kernel/ids.ts";
import { submitBatch } from "./submit-batch.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 3 });
});

const submit = (actor: Actor = desk.biller, loads = desk.loads, requestKey: string = randomUUID()) =>
  submitBatch(actor, {
    subsidiaryId: desk.subsidiaryId,
    loadIds: loads.map(({ loadId }) => loadId),
    requestKey,
  });

const companyUuid = () => idToUuid("company", desk.scope.companyId);

test("batch, invoices, audit and event are committed together, amounts summed to the cent", async () => {
  const odd = await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { amountCents: 123_457 });
  const result = await submit(desk.biller, [...desk.loads, odd]);
  expect(result).toMatchObject({ kind: "submitted", batchNumber: 1, submitted: 4, failed: [], skipped: [] });
  const [batch] = await owner`select * from factoring_batches where company_id = ${companyUuid()}`;
  expect(batch).toMatchObject({
    invoice_count: 4,
    total_cents: String(3 * 185_000 + 123_457),
    usdot_number: "3104488",
  });
  const events = await owner`select name, data from outbox where company_id = ${companyUuid()}`;
  expect(events).toHaveLength(1);
  expect(Object.keys(events[0]?.data).sort()).toEqual(["batchId", "companyId"]);
  const audit = await owner`select action from audit_entries where company_id = ${companyUuid()}`;
  expect(audit.map(({ action }) => action)).toEqual(["batch.submitted"]);
});

test("twenty submits of the same loads at once leave one live submission per load", async () => {
  const second = await aUser(desk.scope, { role: "member", billing: true });
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) => submit(n % 2 ? desk.biller : second)),
  );
  const made = results.filter(({ kind }) => kind === "submitted");
  expect(made).toHaveLength(1);
  for (const result of results) {
    if (result.kind === "submitted") continue;
    expect(result).toMatchObject({ kind: "nothing_to_submit" });
    if (result.kind === "nothing_to_submit") {
      expect(result.sentence).toMatch(/^All 3 loads are already submitted\. .*batch 1 by member/);
    }
  }
  const rows = await owner`select load_id from batch_invoices where company_id = ${companyUuid()}`;
  expect(rows).toHaveLength(3);
});

test("overlapping submits at once share the loads out, each load once, without deadlock", async () => {
  const [a, b, c] = desk.loads;
  if (!a || !b || !c) throw new Error("three loads were made");
  const results = await Promise.all(
    [[a, b], [b, c], [c, a], [c, b, a], [b], [a, c]].map((loads) => submit(desk.biller, loads)),
  );
  const submitted = results.reduce((sum, r) => sum + (r.kind === "submitted" ? r.submitted : 0), 0);
  expect(submitted).toBe(3);
  const numbers =
    await owner`select batch_number from factoring_batches where company_id = ${companyUuid()} order by 1`;
  expect(numbers.map((row) => row.batch_number)).toEqual(numbers.map((_, n) => n + 1));
});

test("the same request sent many times at once is one batch", async () => {
  const key = randomUUID();
  const results = await Promise.all(Array.from({ length: 10 }, () => submit(desk.biller, desk.loads, key)));
  const [first] = results;
  for (const result of results) expect(result).toEqual(first);
  expect(await owner`select 1 from factoring_batches where company_id = ${companyUuid()}`).toHaveLength(1);
});

test("a customer without MC number fails alone, the rest proceeds (R25)", async () => {
  const nameless = await aCustomer(desk.scope, desk.subsidiaryId, { mcNumber: null });
  const load = await aQueuedLoad(desk.scope, desk.subsidiaryId, nameless);
  const result = await submit(desk.biller, [...desk.loads, load]);
  expect(result).toMatchObject({
    kind: "submitted",
    submitted: 3,
    failed: [{ loadId: load.loadId, reason: "mc_missing" }],
  });
});

test("what can't go is skipped with its reason and the rest is submitted", async () => {
  const emailed = await aCustomer(desk.scope, desk.subsidiaryId, { method: "email" });
  const other = await aSubsidiary(desk.scope);
  const loads = [
    await aQueuedLoad(desk.scope, desk.subsidiaryId, emailed),
    await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { status: "released" }),
    await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { poNumber: " " }),
    await aQueuedLoad(desk.scope, other, desk.customerId),
  ];
  const result = await submit(desk.biller, [...loads, ...desk.loads]);
  if (result.kind !== "submitted") throw new Error(result.kind);
  expect(result.submitted).toBe(3);
  expect(result.skipped.map(({ reason }) => reason)).toEqual([
    "not_factoring",
    "not_queued",
    "po_missing",
    "not_found",
  ]);
});

test("another company's loads and subsidiaries don't exist here", async () => {
  const stranger = (await aCompany()).biller;
  await expect(submit(stranger)).rejects.toMatchObject({ code: "not_found" });
  const own = await aSubsidiary(stranger.scope);
  const result = await submitBatch(stranger, {
    subsidiaryId: own,
    loadIds: desk.loads.map(({ loadId }) => loadId),
    requestKey: randomUUID(),
  });
  expect(result.kind).toBe("blocked");
});

test("nothing is submitted without USDOT number or usable login (R24)", async () => {
  const bare = await aSubsidiary(desk.scope, { usdotNumber: null });
  const load = await aQueuedLoad(desk.scope, bare, desk.customerId);
  const result = await submitBatch(desk.biller, {
    subsidiaryId: bare,
    loadIds: [load.loadId, newId("load")],
    requestKey: randomUUID(),
  });
  if (result.kind !== "blocked") throw new Error(result.kind);
  expect(result.blockers.map(({ blocker }) => blocker)).toEqual(["usdot_missing", "integration_missing"]);
});

test("a thousand loads are one batch, in the order in which they were chosen", async () => {
  const loads = await manyQueuedLoads(desk.scope, desk.subsidiaryId, desk.customerId, 1000);
  const chosen = loads.toReversed();
  expect(await submit(desk.biller, chosen)).toMatchObject({ kind: "submitted", submitted: 1000 });
  const rows =
    await owner`select load_id from batch_invoices where company_id = ${companyUuid()} order by id`;
  expect(rows.map((row) => row.load_id)).toEqual(chosen.map(({ loadId }) => idToUuid("load", loadId)));
});

test("an invoice is a copy of what load, customer, invoice and merged document say", async () => {
  const [load] = desk.loads;
  if (!load) throw new Error("three loads were made");
  await submit(desk.biller, [load]);
  const [row] = await owner`
    select b.*, l.load_number = b.load_number and l.po_number = b.po_number and l.origin_city = b.origin_city
      and l.origin_state = b.origin_state and l.destination_city = b.destination_city
      and l.destination_state = b.destination_state and i.id = b.invoice_id and i.invoice_number = b.invoice_number
      and i.invoice_date::text = b.invoice_date and i.amount_cents = b.amount_cents and c.id = b.customer_id
      and c.mc_number = b.mc_number and d.id = b.document_id and d.sha256 = b.document_sha256 as same
    from batch_invoices b join loads l on l.id = b.load_id join customers c on c.id = l.customer_id
    join invoices i on i.load_id = l.id join documents d on d.id = i.packet_document_id
    where b.company_id = ${companyUuid()}`;
  expect(row).toMatchObject({
    same: true,
    state: "pending",
    failed_step: null,
    failure_reason: null,
    round: 1,
  });
});
