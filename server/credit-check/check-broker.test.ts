import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { creditStandings, customers } from "#db/schema/index.ts";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { aSession } from "#server/auth/testing/a-member.ts";
import { type CustomerId, type IntegrationId, idToUuid } from "#server/kernel/ids.ts";
import { followNotices } from "#server/live/follow-notices.ts";
import { stopListening } from "#server/live/listen.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { checkBroker } from "./check-broker.ts";
import type { CheckJob } from "./check-job.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: FactoringDesk;

afterAll(stopListening);

beforeEach(async () => {
  desk = await aFactoringDesk({ loads: 0 });
});

const at = (iso: string) => new Date(iso);
const morning = at("2026-11-24T08:00:00.000Z");
const later = (ms: number) => new Date(morning.getTime() + ms);
const dayMs = 86_400_000;

type Whom = { customerId?: CustomerId; integrationId?: IntegrationId };

const automatic = (whom: Whom = {}): CheckJob => ({
  scope: desk.scope,
  integrationId: desk.integrationId,
  customerId: desk.customerId,
  ...whom,
  cause: { trigger: "load_created" },
});
const pressed = (demandedAt: Date, whom: Whom = {}): CheckJob => ({
  ...automatic(whom),
  cause: { trigger: "manual", demandedBy: desk.biller.userId, demandedAt },
});
const run = (job: CheckJob, now = morning, isLastTry = false) => checkBroker(job, { isLastTry }, () => now);

async function standing(customerId = desk.customerId) {
  const rows = await inCompany(desk.scope, (tx) => tx.select().from(creditStandings));
  return rows.find((row) => row.customerId === customerId);
}
const history = async () =>
  owner`select * from credit_checks where company_id = ${idToUuid("company", desk.scope.companyId)} order by id`;
const audits = async () =>
  owner`select * from audit_entries where action = 'credit.checked'
    and company_id = ${idToUuid("company", desk.scope.companyId)} order by id`;
const asked = async () => (await control.listRequests({ route: "broker-check" })).length;

describe("what OTR says", () => {
  test.each([
    ["412907", "approved", "Approved", 200],
    ["530118", "call_credit", "Call Credit", 200],
    ["618840", "no_buy", "NoBuy", 200],
    ["700255", "call_credit", "NoBuy", 200],
    ["700256", "no_buy", "Call Credit", 200],
    ["999001", "not_found", "Broker not found", 404],
  ])("of MC %s is kept as %s in its own words", async (mcNumber, decision, otrText, httpStatus) => {
    const customerId = await aCustomer(desk.scope, desk.subsidiaryId, { mcNumber });
    expect(await run(automatic({ customerId }))).toEqual({ next: "end", result: "decided" });
    expect(await standing(customerId)).toMatchObject({
      decision,
      otrText,
      trigger: "load_created",
      decidedAt: morning,
      staleReason: null,
    });
    expect(await history()).toMatchObject([
      { mc_number: mcNumber, decision, http_status: httpStatus, error: null },
    ]);
  });

  test("by 402 is Not Approved (OTR §4.2)", async () => {
    await control.injectFault({ kind: "not_approved_402", route: "broker-check" });
    expect(await run(automatic())).toEqual({ next: "end", result: "decided" });
    expect(await standing()).toMatchObject({ decision: "not_approved", otrText: "not approved" });
  });

  test("is told to every open page of the company (R14)", async () => {
    await aSession(desk.company.member);
    const leaving = new AbortController();
    const page = followNotices(desk.company.member, leaving.signal);
    await page.next();
    await run(pressed(morning));
    expect(await page.next()).toMatchObject({
      value: { notices: [{ topic: "credit", id: desk.customerId }] },
    });
    leaving.abort();
  });

  test("is audited with who pressed, OTR's status, and no secret", async () => {
    await run(pressed(morning));
    const [entry] = await audits();
    expect(entry).toMatchObject({
      subject: desk.customerId,
      user_id: idToUuid("user", desk.biller.userId),
      data: { outcome: "approved", httpStatus: 200, mcNumber: "412907", trigger: "manual" },
    });
    expect(JSON.stringify(entry)).not.toMatch(/sandbox-(password|subscription)/);
  });
});

describe("what OTR doesn't say", () => {
  test.each([
    ["server_error_500", "OTR answered with an error of its own."],
    ["html_200", "OTR's answer could not be read."],
    ["gateway_404", "OTR refused Lading's own access, not your login."],
    ["drop_before", "OTR could not be reached."],
  ] as const)(
    "(%s) leaves the last answer, with the reason why it is not up to date",
    async (kind, staleReason) => {
      await run(automatic());
      await control.injectFault({ kind, route: "broker-check", times: null });
      const tomorrow = later(dayMs + 1);
      expect(await run(automatic(), tomorrow)).toEqual({ next: "end", result: "unanswered" });
      expect(await standing()).toMatchObject({
        decision: "approved",
        decidedAt: morning,
        checkedAt: tomorrow,
        trigger: "load_created",
        staleReason,
      });
      expect(await history()).toMatchObject([
        { decision: "approved" },
        { decision: null, error: staleReason },
      ]);
    },
  );

  test("is not an answer: the next occasion asks again, and a fresh answer lifts the mark", async () => {
    await control.injectFault({ kind: "server_error_500", route: "broker-check", times: 3 });
    expect(await run(automatic())).toEqual({ next: "end", result: "unanswered" });
    expect(await standing()).toMatchObject({ decision: null, decidedAt: null });
    expect(await run(automatic(), later(1000))).toEqual({ next: "end", result: "decided" });
    expect(await standing()).toMatchObject({ decision: "approved", staleReason: null });
  });

  test("a refused login says so on the login, and nothing against the broker", async () => {
    await run(automatic());
    const wrong = encryptSecret("wrong", desk.integrationId);
    await owner`update integrations set password_ciphertext = ${wrong}, username = 'other@sample.test'
      where id = ${idToUuid("integration", desk.integrationId)}`;
    expect(await run(pressed(later(1)), later(2))).toEqual({ next: "end", result: "unanswered" });
    expect(await standing()).toMatchObject({
      decision: "approved",
      staleReason: "OTR refused the username and password.",
    });
    const [login] = await owner`select status from integrations
      where id = ${idToUuid("integration", desk.integrationId)}`;
    expect(login?.status).toBe("rejected");
    expect(await run(pressed(later(3)), later(4))).toEqual({ next: "end", result: "not_checkable" });
  });

  test("asked to slow down, it waits as long as OTR says and keeps nothing; on the last try it says so", async () => {
    await control.injectFault({ kind: "throttled_429", route: "broker-check", retryAfter: 30, times: 1 });
    expect(await run(automatic())).toEqual({ next: "wait", seconds: 30 });
    expect(await history()).toEqual([]);
    expect(await audits()).toMatchObject([{ data: { outcome: "throttled", httpStatus: 429 } }]);
    expect(await run(automatic(), later(1000), true)).toEqual({ next: "end", result: "unanswered" });
    expect(await standing()).toMatchObject({ decision: null, staleReason: "OTR kept asking to slow down." });
    expect(await run(automatic(), later(31_000))).toEqual({ next: "end", result: "decided" });
  });
});

describe("when it is needed", () => {
  test("an automatic check asks only when the last answer is more than 24 hours old (R15)", async () => {
    await run(automatic());
    expect(await run(automatic(), later(dayMs))).toEqual({ next: "end", result: "not_needed" });
    expect(await asked()).toBe(1);
    expect(await run(automatic(), later(dayMs + 1))).toEqual({ next: "end", result: "decided" });
    expect(await asked()).toBe(2);
  });

  test("a press asks at once, whatever the last answer's age (R14)", async () => {
    await run(automatic());
    expect(await run(pressed(later(1)), later(2))).toEqual({ next: "end", result: "decided" });
    expect(await standing()).toMatchObject({ trigger: "manual", decidedAt: later(2) });
  });

  test("presses made before a check began are answered by it; one made after it began is not", async () => {
    await run(pressed(morning), later(10));
    for (const ms of [1, 2, 9]) {
      expect(await run(pressed(later(ms)), later(20))).toEqual({ next: "end", result: "not_needed" });
    }
    expect(await run(pressed(later(11)), later(20))).toEqual({ next: "end", result: "decided" });
    expect(await asked()).toBe(2);
  });

  test("two at once for one broker and login: one asks, the other waits and looks again", async () => {
    const both = await Promise.all([run(automatic()), run(automatic())]);
    expect(both).toContainEqual({ next: "end", result: "decided" });
    expect(both).toContainEqual({ next: "wait", seconds: 5 });
    expect(await asked()).toBe(1);
  });
});

describe("whom it is about", () => {
  test.each([
    ["invoiced by e-mail", { method: "email" }],
    ["without invoicing method", { method: null }],
    ["without MC number", { mcNumber: null }],
  ] as const)("a customer %s is not asked about", async (_name, values) => {
    const customerId = await aCustomer(desk.scope, desk.subsidiaryId, values);
    expect(await run(pressed(morning, { customerId }))).toEqual({ next: "end", result: "not_checkable" });
    expect(await asked()).toBe(0);
  });

  test("an answer about an MC number that was changed meanwhile is not the broker's; the new one is asked about", async () => {
    const running = await inCompany(desk.scope, async (tx) => {
      await tx.update(customers).set({ mcNumber: "530118" }).where(eq(customers.id, desk.customerId));
      const check = run(pressed(morning));
      await expect.poll(asked).toBe(1);
      return { check };
    });
    expect(await running.check).toEqual({ next: "wait", seconds: 1 });
    expect(await standing()).toBeUndefined();
    expect(await run(pressed(morning))).toEqual({ next: "end", result: "decided" });
    expect(await standing()).toMatchObject({ decision: "call_credit" });
    expect(await history()).toMatchObject([{ mc_number: "412907" }, { mc_number: "530118" }]);
  });

  test("another company's customer or login is not found", async () => {
    const other = await aFactoringDesk({ loads: 0 });
    const { customerId, integrationId } = other;
    expect(await run(pressed(morning, { customerId }))).toMatchObject({ result: "not_checkable" });
    expect(await run(pressed(morning, { integrationId }))).toMatchObject({ result: "not_checkable" });
    expect(await asked()).toBe(0);
  });
});
