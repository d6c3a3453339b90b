import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { listBatchCandidates } from "#db/queries/batch-candidates.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { idToUuid, type LoadId } from "#server/kernel/ids.ts";
import { listQueue } from "./list-queue.ts";
import { listQueueSelection } from "./list-queue-selection.ts";
import { type QueueCursor, type QueueView, queueViewInput } from "./queue-schemas.ts";
import { ineligibilities } from "./rules/eligibility.ts";
import { QUEUE_DIRECTIONS, QUEUE_SORTS } from "./rules/queue-view.ts";
import { eligibilityFacts } from "./select-submittable.ts";
import { submitAll } from "./testing/a-submitted-batch.ts";
import { totalQueue } from "./total-queue.ts";

const { owner } = await testDatabase();
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

type Load = Parameters<typeof aQueuedLoad>[3];

const aLoad = async (values: Load = {}, customerId = desk.customerId) =>
  (await aQueuedLoad(desk.scope, desk.subsidiaryId, customerId, values)).loadId;

const view = (narrowed: Partial<QueueView> = {}): QueueView =>
  queueViewInput.parse({ subsidiaryId: desk.subsidiaryId, ...narrowed });

const idsOf = async (narrowed: Partial<QueueView> = {}) =>
  (await listQueue(desk.biller, view(narrowed))).rows.map(({ id }) => id);

async function walk(narrowed: Partial<QueueView>): Promise<LoadId[]> {
  const ids: LoadId[] = [];
  let cursor: QueueCursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(desk.biller, {
      ...view(narrowed),
      cursor,
    });
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor);
  return ids;
}

test("the queue holds a load exactly when the rule finds no reason against it", async () => {
  const byMail = await aCustomer(desk.scope, desk.subsidiaryId, { method: "email" });
  const unset = await aCustomer(desk.scope, desk.subsidiaryId, { method: null });
  const unmerged = await aLoad();
  await owner`update invoices set packet_document_id = null where load_id = ${idToUuid("load", unmerged)}`;
  const retired = await aLoad();
  await owner`update documents set retired_at = now() where load_id = ${idToUuid("load", retired)}`;
  const voided = await aLoad();
  await owner`update invoices set voided_at = now() where load_id = ${idToUuid("load", voided)}`;
  const loads = [
    unmerged,
    retired,
    voided,
    await aLoad(),
    await aLoad({ status: "released" }),
    await aLoad({ status: "invoiced" }),
    await aLoad({ poNumber: "  " }),
    await aLoad({ originCity: "" }),
    await aLoad({ destinationState: " " }),
    await aLoad({ amountCents: 0 }),
    await aLoad({ deliveredOn: null }),
    await aLoad({}, byMail),
    await aLoad({}, unset),
    await aLoad({}, await aCustomer(desk.scope, desk.subsidiaryId, { mcNumber: null })),
  ];
  const candidates = await inCompany(desk.scope, (tx) => listBatchCandidates(tx, desk.scope, loads));
  const allowed = candidates.filter((load) => ineligibilities(eligibilityFacts(load)).length === 0);
  expect(new Set(await idsOf())).toEqual(new Set(allowed.map(({ loadId }) => loadId)));
  expect(allowed).toHaveLength(3);
});

test("a load that is submitted leaves the queue, and comes back marked when its invoice failed", async () => {
  const loads = [await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId)];
  const { invoiceId } = await submitAll(owner, { ...desk, loads });
  expect(await idsOf()).toEqual([]);
  const uuid = idToUuid("binv", invoiceId);
  await owner`update batch_invoices set state = 'failed', failure_reason = 'broker_unknown' where id = ${uuid}`;
  const { rows } = await listQueue(desk.biller, view());
  expect(rows).toMatchObject([{ id: loads[0]?.loadId, failedBefore: true }]);
  expect(await idsOf({ filter: "failed_before" })).toHaveLength(1);
  await owner`update batch_invoices set otr_invoice_pkey = 31877204 where id = ${uuid}`;
  expect(await idsOf()).toEqual([]);
});

test("pages give every load once, in each order, with equal values and missing delivery dates", async () => {
  const other = await aCustomer(desk.scope, desk.subsidiaryId);
  for (let index = 0; index < 120; index += 1) {
    const deliveredOn = index % 5 === 0 ? null : `2026-10-${10 + (index % 4)}`;
    const values = { deliveredOn, amountCents: 100_000 + (index % 3) };
    await aLoad(values, index % 2 ? other : desk.customerId);
  }
  for (const sort of QUEUE_SORTS) {
    const [up, down] = await Promise.all(QUEUE_DIRECTIONS.map((order) => walk({ sort, order })));
    expect(new Set(up).size, sort).toBe(120);
    expect(down, sort).toEqual(up?.toReversed());
  }
});

test("a view is counted and added up whole, however much of it its pages showed", async () => {
  for (let index = 0; index < 51; index += 1) await aLoad({ amountCents: 100_001 });
  const first = await listQueue(desk.biller, view());
  expect(first.rows).toHaveLength(50);
  expect(await totalQueue(desk.biller, view())).toEqual({ count: 51, totalCents: 51 * 100_001 });
  const second = await listQueue(desk.biller, { ...view(), cursor: first.next });
  expect(second.next).toBeNull();
  expect(second.rows).toHaveLength(1);
});

test("search finds load, invoice, PO, customer and MC number, and takes % and _ as they are", async () => {
  const customer = await aCustomer(desk.scope, desk.subsidiaryId, {
    name: "Hollow_Pine 100%",
    mcNumber: "77123",
  });
  const wanted = await aLoad(
    { loadNumber: "ZX-9001", poNumber: "PO-ALPHA", invoiceNumber: `INV-${desk.subsidiaryId.slice(-6)}` },
    customer,
  );
  await aLoad();
  const searches = [
    "zx-90",
    "alpha",
    desk.subsidiaryId.slice(-6),
    "hollow_pine",
    "100%",
    "77123",
    "MC 077123",
  ];
  for (const search of searches) expect(await idsOf({ search }), search).toEqual([wanted]);
  expect(await idsOf({ search: "Hollow%Pine" })).toEqual([]);
});

test("a missing MC number is shown, filtered and named for the confirmation, never hidden", async () => {
  const nameless = await aCustomer(desk.scope, desk.subsidiaryId, { name: "Gray Harbor", mcNumber: null });
  const [failing, going] = [await aLoad({ loadNumber: "NR-1" }, nameless), await aLoad()];
  expect(await idsOf({ filter: "mc_missing" })).toEqual([failing]);
  expect(await idsOf({ filter: "sendable" })).toEqual([going]);
  const { rows, truncated } = await listQueueSelection(desk.biller, view());
  expect(truncated).toBe(false);
  expect(rows).toContainEqual({ id: going, cents: 185_000 });
  expect(rows).toContainEqual({
    id: failing,
    cents: 185_000,
    lacksMc: { load: "NR-1", customer: "Gray Harbor" },
  });
});

test("the credit icon stands only where an integration is in use, grey before the first check", async () => {
  await aLoad();
  const credit = async () => Object.values((await listQueue(desk.biller, view())).customers)[0]?.credit;
  expect(await credit()).toMatchObject({ icon: "none", at: null });
  await owner`update integrations set status = 'disconnected' where id = ${idToUuid("integration", desk.integrationId)}`;
  expect(await credit()).toBeNull();
});

test("age counts days of the company's calendar, not of the server's", async () => {
  await aLoad({ deliveredOn: "2026-11-20" });
  const at = async (instant: string) =>
    (await listQueue(desk.biller, view(), () => new Date(instant))).rows[0]?.age;
  // Chicago is six hours behind UTC in November.
  expect(await at("2026-11-23T05:59:00Z")).toBe(2);
  expect(await at("2026-11-23T06:00:00Z")).toBe(3);
});

test("nothing of another subsidiary or another company is in the queue", async () => {
  await aLoad();
  const sister = await aSubsidiary(desk.scope);
  expect(await idsOf({ subsidiaryId: sister })).toEqual([]);
  const stranger = await aFactoringDesk();
  expect((await listQueue(stranger.biller, view())).rows).toEqual([]);
  expect((await listQueueSelection(stranger.biller, view())).rows).toEqual([]);
});
