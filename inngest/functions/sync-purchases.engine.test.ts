import { expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { testEngine } from "#inngest/testing/test-engine.ts";
import { eventually } from "#local/inngest-engine/testing/eventually.ts";
import { idToUuid } from "#server/kernel/ids.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
await testEngine({ nightlySyncs: 1 });
const { aSubmittedBatch } = await import("#server/factoring/testing/a-submitted-batch.ts");
const { startNightlySync } = await import("#server/factoring/start-nightly-sync.ts");
const { startSync } = await import("#server/factoring/start-sync.ts");

type Desk = Awaited<ReturnType<typeof aSubmittedBatch>>;
const uuidOf = ({ scope }: Desk) => idToUuid("company", scope.companyId);

async function aDesk(): Promise<Desk> {
  const desk = await aSubmittedBatch(owner, { loads: 2 });
  await eventually("both invoices accepted", async () => {
    const open =
      await owner`select 1 from batch_invoices where company_id = ${uuidOf(desk)} and purchase_open`;
    return open.length === 2;
  });
  return desk;
}

const reads = async ({ loads }: Desk) => {
  const numbers = new Set(loads.map(({ invoiceNumber }) => invoiceNumber));
  const all = await control.listRequests({ route: "read-invoice" });
  return all.filter(({ invoiceNo }) => numbers.has(invoiceNo ?? "")).length;
};
const isFinished = async (desk: Desk) => {
  const left =
    await owner`select 1 from sync_runs where company_id = ${uuidOf(desk)} and finished_at is null`;
  return left.length === 0;
};

test("no more nights are worked on at once than configured, and a person's sync waits for none of them", async () => {
  const [first, second, third] = [await aDesk(), await aDesk(), await aDesk()];
  await owner.begin(async (tx) => {
    // Whoever asked about a batch notes it there: the first company's night stands still until this ends.
    await tx`select 1 from factoring_batches where company_id = ${uuidOf(first)} for update`;
    await startNightlySync(first.scope, "2026-11-24");
    await eventually("the first night has read", async () => (await reads(first)) === 2);
    await startNightlySync(second.scope, "2026-11-24");
    await startSync(third.biller, { batchId: third.batchId });
    await eventually("the person's sync has finished", () => isFinished(third));
    expect(await reads(third)).toBe(2);
    expect(await reads(second)).toBe(0);
    expect(await isFinished(first)).toBe(false);
  });
  await eventually(
    "both nights have finished",
    async () => (await isFinished(first)) && (await isFinished(second)),
  );
  expect(await reads(second)).toBe(2);
}, 90_000);
