import { expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { creditStandings, importantInfoVersions, integrations, subsidiaries } from "#db/schema/index.ts";
import { aCompany } from "#db/testing/a-company.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import type { Actor } from "#server/auth/actor.ts";
import { newId } from "#server/kernel/ids.ts";
import { aSentBatch, outcome, readAs } from "#server/reports/testing/a-sent-batch.ts";
import { getHome } from "./get-home.ts";

await testDatabase();

/** A Tuesday noon in Chicago, the zone of test companies. */
const now = new Date("2026-11-24T12:00:00-06:00");
const home = (actor: Actor) => getHome(actor, () => now);

async function billing(desk: FactoringDesk) {
  const { billing } = await home(desk.biller);
  if (!billing) throw new Error("the biller sees no billing");
  return billing;
}

const standing = (desk: FactoringDesk, customerId = desk.customerId) =>
  inCompany(desk.scope, (tx) =>
    tx.insert(creditStandings).values({
      companyId: desk.scope.companyId,
      integrationId: desk.integrationId,
      customerId,
      decision: "call_credit",
      trigger: "load_created",
      decidedAt: now,
      checkedAt: now,
    }),
  );

test("an empty company is led step by step to its first batch, each step ticked from what is there", async () => {
  const company = await aCompany();
  const { scope, admin, biller } = company;
  const done = async () =>
    (await home(biller)).firstSteps?.filter((step) => step.done).map((step) => step.id) ?? "over";
  expect(await done()).toEqual([]);
  const subsidiaryId = await aSubsidiary(scope);
  await inCompany(scope, (tx) =>
    tx.insert(importantInfoVersions).values({
      companyId: scope.companyId,
      id: newId("info"),
      subsidiaryId,
      kind: "notice_of_assignment",
      version: 1,
      body: "Pay to OTR Solutions.",
      createdBy: admin.userId,
    }),
  );
  expect(await done()).toEqual(["hasUsdot", "hasNotice"]);
  const integrationId = await anIntegration(admin, subsidiaryId);
  const customerId = await aCustomer(scope, subsidiaryId);
  await aQueuedLoad(scope, subsidiaryId, customerId);
  expect(await done()).toEqual([
    "hasUsdot",
    "hasNotice",
    "hasLogin",
    "hasFactoredBroker",
    "hasLoad",
    "hasQueuedLoad",
  ]);
  await aSentBatch({ company, scope, biller, subsidiaryId, integrationId, customerId, loads: [] }, [{}]);
  expect(await done()).toBe("over");
});

test("a step that the reader may not take has no link and says whom to ask", async () => {
  const { admin, biller } = await aCompany();
  const linked = async (actor: Actor) =>
    (await home(actor)).firstSteps?.filter(({ link }) => link).map(({ id }) => id);
  expect(await linked(biller)).toEqual(["hasFactoredBroker", "hasLoad", "hasQueuedLoad", "hasBatch"]);
  expect(await linked(admin)).toEqual([
    "hasUsdot",
    "hasNotice",
    "hasLogin",
    "hasFactoredBroker",
    "hasLoad",
    "hasQueuedLoad",
  ]);
});

test("customers and loads may come from a file instead of one by one", async () => {
  const { member } = await aCompany();
  const others = (await home(member)).firstSteps?.flatMap(({ id, other }) =>
    other ? [[id, other.href]] : [],
  );
  expect(others).toEqual([
    ["hasFactoredBroker", "/import?kind=customers"],
    ["hasLoad", "/import?kind=loads"],
  ]);
});

test("money and invoices are for people with the Billing permission only", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.failed]);
  const { admin, member } = desk.company;
  expect((await home(admin)).billing).toBeNull();
  expect((await home(member)).billing).toBeNull();
  expect((await billing(desk)).waiting.total).toBe(1);
});

test("the invoices that wait for a person come first, each with why and what to do, five of all", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.failed, outcome.accepted, outcome.financed]);
  const newest = await aSentBatch(
    desk,
    Array.from({ length: 6 }, () => readAs(6)),
  );
  const { waiting } = await billing(desk);
  expect(waiting.total).toBe(7);
  expect(waiting.invoices).toHaveLength(5);
  expect(waiting.invoices[0]).toMatchObject({
    batchId: newest.batchId,
    batchNumber: newest.number,
    amountCents: 185_000,
    credit: { icon: "none" },
    note: { happened: expect.any(String) },
  });
});

test("brokers in Call Credit are named with what waits in the queue for them, the most money first", async () => {
  const desk = await aFactoringDesk({ loads: 2 });
  const small = await aCustomer(desk.scope, desk.subsidiaryId, { name: "Copper Bend" });
  await aQueuedLoad(desk.scope, desk.subsidiaryId, small);
  const idle = await aCustomer(desk.scope, desk.subsidiaryId, { name: "No Loads" });
  const mailed = await aCustomer(desk.scope, desk.subsidiaryId, { name: "By Mail", method: "email" });
  await aQueuedLoad(desk.scope, desk.subsidiaryId, mailed);
  for (const customerId of [desk.customerId, small, idle, mailed]) await standing(desk, customerId);
  await aSentBatch(await aFactoringDesk({ loads: 0 }), [{}]);
  await aSentBatch(desk, [outcome.accepted]);
  const { toCall } = await billing(desk);
  expect(toCall).toMatchObject({
    total: 2,
    brokers: [
      { customerId: desk.customerId, loads: 2, cents: 370_000, credit: { icon: "call_credit" } },
      { customerId: small, loads: 1, cents: 185_000 },
    ],
  });
});

test("loads that lack something are counted by subsidiary", async () => {
  const desk = await aFactoringDesk({ loads: 1 });
  await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { poNumber: "" });
  await aQueuedLoad(desk.scope, desk.subsidiaryId, desk.customerId, { status: "released" });
  await aSentBatch(desk, [{}]);
  expect((await billing(desk)).notReady).toMatchObject([{ subsidiaryId: desk.subsidiaryId, loads: 2 }]);
});

test("each stage's money is counted once, weeks and months begin in the company's zone", async () => {
  const desk = await aFactoringDesk({ loads: 2 });
  const funded = (at: string) => ({ ...outcome.financed, acceptedAt: new Date(at), fundedAt: new Date(at) });
  await aSentBatch(desk, [
    outcome.accepted,
    { ...outcome.accepted, withdrawnAt: now, state: "failed" },
    funded("2026-11-23T00:00:00-06:00"),
    funded("2026-11-22T23:59:59-06:00"),
    funded("2026-10-31T23:59:59-05:00"),
    funded("2026-09-06T23:59:59-05:00"),
  ]);
  const { stages, weeks } = await billing(desk);
  expect(stages).toEqual({
    // The withdrawn one is in the queue again.
    queued: { count: 3, cents: 555_000 },
    atOtr: { count: 1, cents: 185_000 },
    financedThisWeek: { count: 1, cents: 185_000 },
    financedThisMonth: { count: 2, cents: 370_000 },
  });
  expect(weeks).toHaveLength(12);
  expect(weeks.filter(({ financedCents }) => financedCents > 0)).toEqual([
    { monday: "2026-10-26", acceptedCents: 185_000, financedCents: 185_000 },
    { monday: "2026-11-16", acceptedCents: 370_000, financedCents: 185_000 },
    { monday: "2026-11-23", acceptedCents: 185_000, financedCents: 185_000 },
  ]);
});

test("what keeps the desk from working is told to all, with the link for those who may mend it", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.accepted]);
  await inCompany(desk.scope, async (tx) => {
    await tx.update(integrations).set({ status: "rejected" });
    await tx.update(subsidiaries).set({ usdotNumber: null });
  });
  const forAdmin = (await home(desk.company.admin)).troubles;
  expect(forAdmin).toMatchObject([
    { meaning: "failed", sentence: expect.stringContaining("USDOT"), fix: { href: expect.any(String) } },
    { meaning: "failed", sentence: expect.stringContaining("refused"), fix: { href: expect.any(String) } },
  ]);
  const forMember = (await home(desk.company.member)).troubles;
  expect(forMember.map(({ fix }) => fix)).toEqual([null, null]);
  expect(forMember[0]?.sentence).toContain("Ask an admin");
});

test("an error of a login is trouble until a later call succeeds; a subsidiary that factors nothing has none", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.accepted]);
  await aSubsidiary(desk.scope, { usdotNumber: null });
  const set = (values: Partial<typeof integrations.$inferInsert>) =>
    inCompany(desk.scope, (tx) => tx.update(integrations).set({ savedAt: now, ...values }));
  await set({ lastError: "OTR could not be reached.", lastErrorAt: now });
  expect((await home(desk.company.admin)).troubles).toMatchObject([
    { meaning: "attention", sentence: expect.stringContaining("could not be reached") },
  ]);
  await set({ lastSuccessAt: new Date(now.getTime() + 1) });
  expect((await home(desk.company.admin)).troubles).toEqual([]);
});

test("a night without a sync is told to billers", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await aSentBatch(desk, [outcome.accepted]);
  await inCompany(desk.scope, (tx) =>
    tx.update(integrations).set({ savedAt: new Date(now.getTime() - 3 * 86_400_000) }),
  );
  expect((await home(desk.biller)).troubles).toMatchObject([
    { sentence: expect.stringContaining("did not run"), fix: { href: "/reports/factoring" } },
  ]);
  expect((await home(desk.company.member)).troubles).toEqual([]);
});

test("another company sees none of it", async () => {
  const desk = await aFactoringDesk({ loads: 3 });
  await standing(desk);
  await aSentBatch(desk, [outcome.failed, outcome.financed]);
  const stranger = await aFactoringDesk({ loads: 0 });
  await aSentBatch(stranger, [outcome.accepted]);
  expect(await billing(stranger)).toMatchObject({
    waiting: { total: 0, invoices: [] },
    toCall: { total: 0, brokers: [] },
    notReady: [],
    stages: { queued: { count: 0 }, atOtr: { count: 1 }, financedThisMonth: { count: 0 } },
  });
});
