import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { creditStandings, integrations, outbox } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import { requestCreditChecks } from "./request-credit-checks.ts";

await testDatabase();
const at = new Date("2026-11-24T08:00:00.000Z");
const dayMs = 86_400_000;
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const request = (customerIds: CustomerId[], subsidiaryId: SubsidiaryId = desk.subsidiaryId) =>
  inCompany(desk.scope, (tx) =>
    requestCreditChecks(tx, desk.scope, { customerIds, subsidiaryId, trigger: "load_queued", at }),
  );
const events = () => inCompany(desk.scope, (tx) => tx.select().from(outbox));

/** OTR answered about the customer so many milliseconds ago; null: it was asked just now and said nothing. */
const answered = (msAgo: number | null) =>
  inCompany(desk.scope, (tx) =>
    tx.insert(creditStandings).values({
      companyId: desk.scope.companyId,
      integrationId: desk.integrationId,
      customerId: desk.customerId,
      decision: msAgo === null ? null : "approved",
      trigger: "manual",
      decidedAt: msAgo === null ? null : new Date(at.getTime() - msAgo),
      checkedAt: at,
    }),
  );

test("many loads of many customers come to one event per customer, of ids and words only", async () => {
  const others = await Promise.all([1, 2, 3].map(() => aCustomer(desk.scope, desk.subsidiaryId)));
  const ids = await request([...others, desk.customerId, ...others, desk.customerId]);
  const rows = await events();
  expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(rows.map(({ data }) => data.customerId).toSorted()).toEqual([...others, desk.customerId].toSorted());
  const { companyId } = desk.scope;
  const { integrationId, customerId } = desk;
  expect(rows.find(({ data }) => data.customerId === customerId)).toMatchObject({
    name: "credit/check.requested",
    data: { companyId, integrationId, customerId, trigger: "load_queued" },
  });
});

test.each([
  ["invoiced by e-mail", { method: "email" }],
  ["without a method for the subsidiary", { method: null }],
  ["without an MC number", { mcNumber: null }],
] as const)("a customer %s is left out (R13)", async (_name, values) => {
  const customerId = await aCustomer(desk.scope, desk.subsidiaryId, values);
  expect(await request([customerId])).toEqual([]);
  expect(await events()).toEqual([]);
});

test.each(["rejected", "disconnected"] as const)(
  "nothing is asked through a login that is %s",
  async (status) => {
    await inCompany(desk.scope, (tx) => tx.update(integrations).set({ status }));
    expect(await request([desk.customerId])).toEqual([]);
  },
);

test("nothing is asked for a subsidiary without a login", async () => {
  const subsidiaryId = await aSubsidiary(desk.scope);
  const customerId = await aCustomer(desk.scope, subsidiaryId);
  expect(await request([customerId], subsidiaryId)).toEqual([]);
});

test.each([
  ["exactly 24 hours ago: not yet older", dayMs, 0],
  ["a millisecond more than 24 hours ago", dayMs + 1, 1],
  ["never, though it was asked just now", null, 1],
])("a customer that OTR answered about %s", async (_name, msAgo, requests) => {
  await answered(msAgo);
  expect(await request([desk.customerId])).toHaveLength(requests);
});

test("another company's customer or subsidiary brings nothing", async () => {
  const other = await aFactoringDesk({ loads: 0 });
  expect(await request([other.customerId])).toEqual([]);
  expect(await request([desk.customerId], other.subsidiaryId)).toEqual([]);
  expect(await request([])).toEqual([]);
});
