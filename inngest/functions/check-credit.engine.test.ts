import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { inCompany } from "#db/client.ts";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { testEngine } from "#inngest/testing/test-engine.ts";
import { eventually } from "#local/inngest-engine/testing/eventually.ts";
import { idToUuid } from "#server/kernel/ids.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
await testEngine();
const { requestCreditChecks } = await import("#server/credit-check/request-credit-checks.ts");
const { refreshCredit } = await import("#server/credit-check/refresh-credit.ts");
const { sendOutboxEvents } = await import("#server/outbox/send-outbox-events.ts");

/** As a load created now does it, `age` ago being when it is said to have happened. */
async function loadCreated(
  { scope, customerId, subsidiaryId }: FactoringDesk,
  at = new Date(),
): Promise<void> {
  const occasion = { customerIds: [customerId], subsidiaryId, trigger: "load_created", at } as const;
  const events = await inCompany(scope, (tx) => requestCreditChecks(tx, scope, occasion));
  expect(events).toHaveLength(1);
  expect(await sendOutboxEvents(scope, events)).toBe(1);
}

const checks = async ({ scope }: FactoringDesk) =>
  owner<{ trigger: string; decision: string }[]>`
    select trigger, decision from credit_checks
    where company_id = ${idToUuid("company", scope.companyId)} order by id`;
const asked = async () => (await control.listRequests({ route: "broker-check" })).length;
const untilChecked = (desk: FactoringDesk, times: number) =>
  eventually(`${times} checks kept`, async () => (await checks(desk)).length === times);

test("ten loads created in five seconds for one broker come to one check; another broker has its own", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  const other = await aFactoringDesk({ loads: 0 });
  await loadCreated(other);
  // The pauses are what is tested: each load comes before the one before it was asked about.
  for (let count = 0; count < 10; count += 1) {
    await loadCreated(desk);
    await pause(500);
  }
  await untilChecked(desk, 1);
  await untilChecked(other, 1);
  expect(await checks(desk)).toEqual([{ trigger: "load_created", decision: "approved" }]);
  expect(await asked()).toBe(2);
}, 60_000);

test("presses while a check runs come to one more; a press after that has its own", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  await control.setLatency({ "broker-check": 2000 });
  const press = () => refreshCredit(desk.biller, { customerId: desk.customerId });
  expect(await press()).toMatchObject({ kind: "asked", checks: 1 });
  await eventually("OTR is asked", async () => (await asked()) === 1);
  await Promise.all(Array.from({ length: 8 }, press));
  await untilChecked(desk, 2);
  await press();
  await untilChecked(desk, 3);
  expect(await asked()).toBe(3);
  const [first] = await checks(desk);
  expect(first).toEqual({ trigger: "manual", decision: "approved" });
}, 60_000);
