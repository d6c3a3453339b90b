import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { aFactoringDesk, type FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { manyQueuedLoads } from "#db/testing/a-queued-load.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { setTestEnv } from "#db/testing/test-env.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { testEngine } from "#inngest/testing/test-engine.ts";
import { eventually } from "#local/inngest-engine/testing/eventually.ts";
import { idToUuid } from "#server/kernel/ids.ts";

setTestEnv({ OTR_REPLAY_SECONDS: "1,1,2,2" });
const { owner } = await testDatabase();
const sandbox = await testSandbox();
const engine = await testEngine();
const { submitBatch } = await import("#server/factoring/submit-batch.ts");

async function submitMany(count: number): Promise<FactoringDesk> {
  const desk = await aFactoringDesk({ loads: 0 });
  const loads = await manyQueuedLoads(desk.scope, desk.subsidiaryId, desk.customerId, count);
  const result = await submitBatch(desk.biller, {
    subsidiaryId: desk.subsidiaryId,
    loadIds: loads.map(({ loadId }) => loadId),
    requestKey: randomUUID(),
  });
  expect(result).toMatchObject({ kind: "submitted", submitted: count });
  return desk;
}

async function states({ scope }: FactoringDesk): Promise<Record<string, number>> {
  const rows = await owner<{ state: string; count: number }[]>`
    select state, count(*)::int from batch_invoices
    where company_id = ${idToUuid("company", scope.companyId)} group by state`;
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

async function untilAccepted(desk: FactoringDesk, count: number, deadlineMs: number): Promise<void> {
  let last: Record<string, number> = {};
  await eventually(
    () => `${count} invoices accepted, but ${JSON.stringify(last)}`,
    async () => {
      last = await states(desk);
      return last.accepted === count;
    },
    deadlineMs,
  );
}

test("a batch goes through the background to OTR, lost answers and throttling included", async () => {
  const { control } = sandbox;
  await control.injectFault({ kind: "drop_after_commit", route: "create-invoice", times: 3 });
  await control.injectFault({ kind: "drop_before", route: "create-invoice", times: 2 });
  await control.injectFault({ kind: "throttled_429", route: "file-upload", retryAfter: 1, times: 2 });
  const desk = await submitMany(30);
  await untilAccepted(desk, 30, 60_000);
  expect(await control.summary()).toMatchObject({ invoices: 30, documents: 30 });
}, 90_000);

test("killing the engine in the middle of a batch loses and doubles nothing", async () => {
  await sandbox.control.setLatency({ "create-invoice": 100, "file-upload": 100 });
  const desk = await submitMany(60);
  await eventually("a quarter is through", async () => ((await states(desk)).accepted ?? 0) >= 15, 30_000);
  await engine.killAndRestart();
  await untilAccepted(desk, 60, 60_000);
  const { invoices, documents } = await sandbox.control.summary();
  expect(invoices).toBe(60);
  // A document whose answer was cut off may have gone twice; none is missing.
  expect(documents).toBeGreaterThanOrEqual(60);
}, 120_000);
