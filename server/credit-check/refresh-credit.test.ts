import { beforeEach, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { creditStandings, outbox } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { eventSink } from "#db/testing/event-sink.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { setInvoicingMethod } from "#server/customers/set-invoicing-method.ts";

const { owner } = await testDatabase();
await testSandbox();
await eventSink();
const { checkBroker } = await import("./check-broker.ts");
const { getCredit } = await import("./get-credit.ts");
const { listCreditHistory } = await import("./list-credit-history.ts");
const { refreshCredit } = await import("./refresh-credit.ts");

const at = new Date("2026-11-24T08:00:00.000Z");
let desk: FactoringDesk;

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const member = () => desk.company.member;
const refresh = (input: Parameters<typeof refreshCredit>[1]) => refreshCredit(member(), input, () => at);
const demanded = async () =>
  (await inCompany(desk.scope, (tx) => tx.select().from(outbox))).map(({ data }) => data.integrationId);

async function aSecondLogin() {
  const { scope, company, customerId } = desk;
  const subsidiaryId = await aSubsidiary(scope);
  const integrationId = await anIntegration(company.admin, subsidiaryId);
  await setInvoicingMethod(member(), { customerId, subsidiaryId, method: "factoring" });
  return { subsidiaryId, integrationId };
}

test("asks for every subsidiary that factors the customer, or for the one named", async () => {
  const second = await aSecondLogin();
  const { customerId, integrationId } = desk;
  const all = await refresh({ customerId });
  expect(all).toEqual({ kind: "asked", askedAt: at.toISOString(), checks: 2 });
  expect((await demanded()).toSorted()).toEqual([integrationId, second.integrationId].toSorted());
  const one = await refresh({ customerId, subsidiaryId: second.subsidiaryId });
  expect(one).toMatchObject({ kind: "asked", checks: 1 });
  expect((await demanded()).filter((id) => id === second.integrationId)).toHaveLength(2);
});

test("asks though OTR answered a moment ago (R14)", async () => {
  await inCompany(desk.scope, (tx) =>
    tx.insert(creditStandings).values({
      companyId: desk.scope.companyId,
      integrationId: desk.integrationId,
      customerId: desk.customerId,
      decision: "approved",
      trigger: "manual",
      decidedAt: at,
      startedAt: at,
      checkedAt: at,
    }),
  );
  expect(await refresh({ customerId: desk.customerId })).toMatchObject({ kind: "asked" });
});

test.each([
  ["not_factored", { method: "email" }],
  ["no_mc", { mcNumber: null }],
] as const)(
  "where OTR can't be asked (%s), it says why, with the way to mend it, and asks nobody",
  async (obstacle, values) => {
    const customerId = await aCustomer(desk.scope, desk.subsidiaryId, values);
    const refused = await refresh({ customerId });
    expect(refused).toMatchObject({ kind: "refused", obstacle: { obstacle } });
    expect(refused).toHaveProperty("obstacle.fix.href", expect.stringContaining(`/customers/${customerId}#`));
    expect(await demanded()).toEqual([]);
  },
);

test("a round of brokers by hand is never held up; a flood from one person is, and only theirs", async () => {
  const { customerId } = desk;
  const press = (actor = member()) => refreshCredit(actor, { customerId }, () => at);
  for (let broker = 0; broker < 60; broker += 1) expect(await press()).toMatchObject({ kind: "asked" });
  await owner`update rate_limits set points = 200 where key like 'credit_refresh_user:%'`;
  const before = (await demanded()).length;
  await expect(press()).rejects.toMatchObject({
    code: "too_many_requests",
    message: expect.stringMatching(/^That was a lot of checks in a short while\. Wait \d+ min, then press ↻/),
  });
  expect(await demanded()).toHaveLength(before);
  expect(await press(desk.biller)).toMatchObject({ kind: "asked" });
});

test("a flood from a whole company holds that company up, and no other", async () => {
  const { customerId } = desk;
  await refresh({ customerId });
  await owner`update rate_limits set points = 600 where key like 'credit_refresh_company:%'`;
  await expect(refreshCredit(desk.biller, { customerId })).rejects.toMatchObject({
    code: "too_many_requests",
  });
  const other = await aFactoringDesk({ loads: 0 });
  expect(await refreshCredit(other.biller, { customerId: other.customerId })).toMatchObject({
    kind: "asked",
  });
});

test("an icon stands only at subsidiaries that factor the customer with a login in use (R13)", async () => {
  const { customerId, subsidiaryId } = desk;
  const unconnected = await aSubsidiary(desk.scope);
  await setInvoicingMethod(member(), { customerId, subsidiaryId: unconnected, method: "factoring" });
  const { desks, obstacle } = await getCredit(member(), { customerId });
  expect(obstacle).toBeNull();
  const by = new Map(desks.map((one) => [one.subsidiaryId, one]));
  expect(by.get(subsidiaryId)).toMatchObject({ mark: { icon: "none" }, obstacle: null });
  expect(by.get(unconnected)).toMatchObject({
    mark: null,
    obstacle: { obstacle: "not_connected", fix: null },
  });
  expect(JSON.stringify(desks)).not.toContain("integration_");
});

test("the history tells who pressed and what OTR said, newest first, 20 at most", async () => {
  const { scope, customerId, integrationId } = desk;
  const { userId: demandedBy, name } = member();
  for (let minute = 0; minute < 21; minute += 1) {
    const now = new Date(at.getTime() + minute * 60_000);
    const cause = { trigger: "manual", demandedBy, demandedAt: now } as const;
    await checkBroker({ scope, customerId, integrationId, cause }, { isLastTry: false }, () => now);
  }
  const history = await listCreditHistory(member(), { customerId });
  expect(history).toHaveLength(20);
  expect(history[0]).toMatchObject({
    at: "2026-11-24T08:20:00.000Z",
    byName: name,
    trigger: "manual",
    decision: "approved",
    words: "Approved",
    broker: "Prairie Lantern Logistics LLC",
    httpStatus: 200,
    mcNumber: "412907",
  });
  expect(history.map((check) => check.at)).toEqual(
    history
      .map((check) => check.at)
      .toSorted()
      .toReversed(),
  );
  const { desks } = await getCredit(member(), { customerId });
  expect(desks[0]?.startedAt).toBe("2026-11-24T08:20:00.000Z");
});
