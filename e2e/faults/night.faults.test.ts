import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { aCustomer } from "#db/testing/a-customer.ts";
import { aFactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { syncPurchases } from "#inngest/functions/sync-purchases.ts";
import { startNodeProcess } from "#local/inngest-engine/testing/node-process.ts";
import { connectControl } from "#local/otr-sandbox/control/connect-control.ts";
import { inlineSteps } from "#server/factoring/testing/inline-steps.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { aNight, invoiceMaker, openInvoices } from "./a-large-night.ts";

const many = 10_000;
const few = 50;
const mebibyte = 1024 * 1024;

const { owner } = await testDatabase();
// In a process of its own: what the sandbox remembers must not count as what the sync holds.
const sandbox = await startNodeProcess(new URL("../../local/otr-sandbox/main.ts", import.meta.url), {
  OTR_SANDBOX_PORT: "0",
  OTR_SANDBOX_REQUEST_LOG: "100000",
  LADING_PARENT_PID: String(process.pid),
});
process.env.OTR_BASE_URL = `${sandbox.url}/carrier-tms/2`;
const control = connectControl(sandbox.url);

afterAll(() => sandbox.kill());

/** What the process holds on to, in bytes. */
function heldMemory(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

test("a night of 10,000 open invoices reads each once, holds no more memory at its end than at its start, and writes only news", async () => {
  const desk = await aFactoringDesk({ loads: 0 });
  const mine = { username: "dispatch@sample-hauling.test", password: "sandbox-password" };
  const numbers = await openInvoices(owner, desk, many, invoiceMaker(mine, "3104488"));
  const [broken = ""] = numbers.splice(many / 2, 1);
  const funded = numbers.slice(0, 40);
  for (const invoiceNo of funded) await control.setStatus({ invoiceNo, status: 3 });
  await control.injectFault({
    kind: "server_error_500",
    route: "read-invoice",
    invoiceNo: broken,
    times: null,
  });

  const rejected = await aSubsidiary(desk.scope, { name: "Refused Haulage" });
  await anIntegration(desk.company.admin, rejected, { password: "wrong" });
  const theirs = {
    biller: desk.biller,
    subsidiaryId: rejected,
    customerId: await aCustomer(desk.scope, rejected),
  };
  await openInvoices(owner, theirs, few, async (number) => Number(number) + 9e8);
  const other = await aSubsidiary(desk.scope, { name: "North River" });
  const north = { username: "billing@north-river.test", password: "sandbox-password-2" };
  await anIntegration(desk.company.admin, other, north);
  const northDesk = {
    biller: desk.biller,
    subsidiaryId: other,
    customerId: await aCustomer(desk.scope, other),
  };
  const others = await openInvoices(owner, northDesk, few, invoiceMaker(north, "2290417"));
  await control.clearRequests();
  const company = idToUuid("company", desk.scope.companyId);
  const writes = () => owner<{ id: string; xmin: string }[]>`
    select id, xmin::text from batch_invoices where company_id = ${company} order by id`;
  const before = new Map((await writes()).map(({ id, xmin }) => [id, xmin]));

  const syncRunId = await aNight(owner, desk.biller, "2026-11-24");
  const steps = inlineSteps();
  const held: number[] = [];
  const counts = await syncPurchases(
    { scope: desk.scope, syncRunId },
    {
      ...steps,
      run: async (id, work) => {
        const result = await steps.run(id, work);
        if (id.startsWith("read") && steps.stepIds().length % 4 === 0) held.push(heldMemory());
        return result;
      },
    },
  );

  expect(counts).toMatchObject({ newlyFinanced: 40, unreadable: 1, checked: many + few });
  const [run] = await owner`select * from sync_runs where id = ${idToUuid("sync", syncRunId)}`;
  expect(run?.finished_at).not.toBeNull();
  expect(run?.troubles).toEqual([expect.objectContaining({ subsidiaryName: "Refused Haulage" })]);

  const { requests } = await control.summary();
  const reads = await control.listRequests({ route: "read-invoice", limit: 100_000 });
  const answered = reads.filter(({ answer }) => answer === 200).map(({ invoiceNo }) => invoiceNo);
  expect(new Set(answered).size).toBe(answered.length);
  expect(answered.toSorted()).toEqual([...numbers, ...others].toSorted());
  expect(Object.keys(requests)).not.toContain("create-invoice");
  expect(Object.keys(requests)).not.toContain("file-upload");

  const [first = 0, ...rest] = held;
  expect(rest.length).toBeGreaterThan(3);
  expect((Math.max(...rest) - first) / mebibyte).toBeLessThan(8);

  // An invoice is written at its first reading, when its status is news; a second night finds none and writes none.
  await control.clearFaults({});
  const again = await aNight(owner, desk.biller, "2026-11-25");
  const after = new Map((await writes()).map(({ id, xmin }) => [id, xmin]));
  expect([...before].filter(([id, xmin]) => after.get(id) === xmin).length).toBe(few);
  const second = await syncPurchases({ scope: desk.scope, syncRunId: again }, inlineSteps());
  expect(second).toMatchObject({ newlyFinanced: 0, checked: many + few - funded.length });
  const changed = (await writes()).filter(({ id, xmin }) => after.get(id) !== xmin);
  expect(changed.length).toBeLessThanOrEqual(1);
});
