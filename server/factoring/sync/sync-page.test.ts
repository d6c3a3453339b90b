import { beforeEach, expect, test } from "vitest";
import { aQueuedLoad } from "#db/testing/a-queued-load.ts";
import { aSubsidiary } from "#db/testing/a-subsidiary.ts";
import { anIntegration } from "#db/testing/an-integration.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { syncPurchases } from "#inngest/functions/sync-purchases.ts";
import { idFromUuid, idToUuid, type SyncRunId } from "#server/kernel/ids.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { startNightlySync } from "../start-nightly-sync.ts";
import { startSync } from "../start-sync.ts";
import {
  aSubmittedBatch,
  readInvoiceRow,
  type SubmittedDesk,
  submitAll,
} from "../testing/a-submitted-batch.ts";
import { aClock, driveSubmission } from "../testing/drive-submission.ts";
import { inlineSteps } from "../testing/inline-steps.ts";
import { finishSync } from "./finish-sync.ts";
import { planSync } from "./plan-sync.ts";
import { syncPage } from "./sync-page.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner, { loads: 4 });
  for (const id of desk.invoiceIds) await driveSubmission(desk.scope, id);
  await control.clearRequests();
});

const start = async () => {
  const result = await startSync(desk.biller, { batchId: desk.batchId });
  if (result.kind !== "started") throw new Error(result.kind);
  return result;
};
const run = (syncRunId: SyncRunId) => syncPurchases({ scope: desk.scope, syncRunId }, inlineSteps());
const syncNow = async () => run((await start()).syncRunId);
const setStatus = (nth: number, status: number | string) =>
  control.setStatus({ invoiceNo: desk.loads[nth]?.invoiceNumber, status });
const row = async (nth: number) => {
  const id = desk.invoiceIds[nth];
  if (!id) throw new Error(`no invoice ${nth}`);
  return (await readInvoiceRow(owner, id)).row;
};
const ofCompany = () => idToUuid("company", desk.scope.companyId);

test("funded loads become Financed, the rest is told by what it needs (R30)", async () => {
  await setStatus(0, 3);
  await setStatus(1, 6);
  await setStatus(2, 4);
  expect(await syncNow()).toEqual({
    checked: 4,
    newlyFinanced: 1,
    changed: 0,
    unchanged: 1,
    needsYou: 2,
    unreadable: 0,
  });
  expect(await row(0)).toMatchObject({ load_status: "financed", purchase_code: 3, purchase_open: false });
  expect(await row(1)).toMatchObject({ load_status: "invoiced", purchase_code: 6, purchase_open: true });
  expect(await row(2)).toMatchObject({ load_status: "invoiced", purchase_code: 4, purchase_open: false });
  const [kept] = await owner`select * from sync_runs where company_id = ${ofCompany()}`;
  expect(kept).toMatchObject({ checked: 4, newly_financed: 1, needs_you: 2, troubles: [] });
  expect(kept?.finished_at).not.toBeNull();
  const [batch] = await owner`select * from factoring_batches where company_id = ${ofCompany()}`;
  expect(batch?.last_sync_run_id).toBe(kept?.id);
});

test("what is funded or final is not asked about again, and nothing unchanged is written", async () => {
  await setStatus(0, 3);
  await syncNow();
  const before =
    await owner`select id, xmin from batch_invoices where company_id = ${ofCompany()} order by id`;
  await control.clearRequests();
  expect(await syncNow()).toMatchObject({ checked: 3, newlyFinanced: 0, unchanged: 3 });
  expect(await control.listRequests({ route: "read-invoice" })).toHaveLength(3);
  expect(
    await owner`select id, xmin from batch_invoices where company_id = ${ofCompany()} order by id`,
  ).toEqual(before);
  expect(
    await owner`select 1 from purchase_status_changes where company_id = ${ofCompany()} and to_code = 3`,
  ).toHaveLength(1);
});

test("an unknown code or a word is shown as it is and changes nothing (R32)", async () => {
  await setStatus(0, 12);
  await setStatus(1, "Approved");
  await syncNow();
  expect(await row(0)).toMatchObject({ purchase_code: 12, purchase_open: true, load_status: "invoiced" });
  expect(await row(1)).toMatchObject({
    purchase_raw: "Approved",
    purchase_open: true,
    load_status: "invoiced",
  });
});

test("a load that a person has moved meanwhile stays there, funded or not (R17)", async () => {
  await owner`update loads set status = 'completed' where id = ${(await row(0)).load_id}`;
  await owner`update loads set status = 'queued' where id = ${(await row(1)).load_id}`;
  await setStatus(0, 3);
  await setStatus(1, 3);
  expect(await syncNow()).toMatchObject({ newlyFinanced: 0, needsYou: 1 });
  expect(await row(0)).toMatchObject({
    load_status: "completed",
    purchase_open: false,
    purchase_error: null,
  });
  expect(await row(1)).toMatchObject({
    load_status: "queued",
    purchase_error: expect.stringContaining("Queued"),
  });
});

test("one invoice that can't be read stops none of the others (R31)", async () => {
  await setStatus(3, 3);
  const bad = desk.loads[0]?.invoiceNumber;
  await control.injectFault({ kind: "server_error_500", route: "read-invoice", invoiceNo: bad, times: null });
  const counts = await syncNow();
  expect(counts).toMatchObject({ checked: 4, newlyFinanced: 1, unreadable: 1 });
  expect((await row(0)).purchase_error).toMatch(/^OTR had an error/);
});

test("a status that no column can hold is told as unreadable and stops none of the others (R31)", async () => {
  await setStatus(0, 99_999_999_999);
  await setStatus(1, "Paid\u0000");
  await setStatus(2, 3);
  await setStatus(3, 6);
  const counts = await syncNow();
  expect(counts).toMatchObject({ checked: 4, newlyFinanced: 1, needsYou: 1, unreadable: 2 });
  for (const odd of [0, 1]) {
    expect(await row(odd)).toMatchObject({
      purchase_code: null,
      purchase_error: expect.stringMatching(/could not be read/),
    });
  }
  expect(await row(2)).toMatchObject({ load_status: "financed", purchase_code: 3 });
  expect(await row(3)).toMatchObject({ purchase_code: 6, purchase_error: null });
});

test("the batch's sync and the night's at once come to what one of them comes to", async () => {
  await setStatus(0, 3);
  await setStatus(1, 6);
  await startNightlySync(desk.scope, "2026-11-24");
  const [night] =
    await owner`select id from sync_runs where company_id = ${ofCompany()} and trigger = 'nightly'`;
  const runs = [(await start()).syncRunId, idFromUuid("sync", night?.id)];
  const counts = await Promise.all(runs.map(run));
  expect(counts.map(({ newlyFinanced }) => newlyFinanced).toSorted()).toEqual([0, 1]);
  expect(await row(0)).toMatchObject({ load_status: "financed", purchase_open: false });
  const changes = await owner`select 1 from purchase_status_changes where company_id = ${ofCompany()}`;
  expect(changes).toHaveLength(4);
  const moves = await owner`
    select 1 from load_status_changes where company_id = ${ofCompany()} and to_status = 'financed'`;
  expect(moves).toHaveLength(1);
});

test("every read is audited with OTR's request id, those without news in one entry of the run (R34)", async () => {
  await syncNow();
  await setStatus(0, 3);
  await owner`delete from audit_entries where company_id = ${ofCompany()}`;
  const { syncRunId } = await start();
  await run(syncRunId);
  const entries = await owner`
    select subject, data from audit_entries
    where company_id = ${ofCompany()} and action = 'otr.exchange' and data ->> 'step' = 'read'`;
  expect(entries).toHaveLength(2);
  expect(entries.find(({ subject }) => subject === desk.invoiceIds[0])?.data).toMatchObject({
    outcome: "status",
    httpStatus: 200,
    otrRequestId: expect.stringMatching(/^sandbox-/),
  });
  const { reads, exchanges } = entries.find(({ subject }) => subject === syncRunId)?.data ?? {};
  expect(reads).toBe(3);
  expect(exchanges.toSorted()).toEqual(
    desk.loads
      .slice(1)
      .map(({ invoiceNumber }) => expect.stringMatching(new RegExp(`^${invoiceNumber} 200 \\d+ ms sandbox-`)))
      .toSorted(),
  );
});

test("an answer about another invoice is discarded, kept nowhere, and audited", async () => {
  const [mine, other] = [await row(0), await row(1)];
  await owner`update batch_invoices set otr_invoice_pkey = null where id = ${other.id}`;
  await owner`update batch_invoices set otr_invoice_pkey = ${other.pkey} where id = ${mine.id}`;
  await setStatus(1, 3);
  expect(await syncNow()).toMatchObject({ newlyFinanced: 0, needsYou: 1 });
  expect(await row(0)).toMatchObject({ purchase_code: null, load_status: "invoiced", purchase_open: true });
  const audited = await owner`select 1 from audit_entries
    where company_id = ${ofCompany()} and action = 'purchase.mismatched'`;
  expect(audited).toHaveLength(1);
});

test("being told to slow down makes the sync wait and go on where it stood", async () => {
  await setStatus(3, 3);
  await control.injectFault({ kind: "throttled_429", route: "read-invoice", retryAfter: 60 });
  const clock = aClock(new Date());
  const steps = inlineSteps({ onSleep: clock.advance });
  const page: typeof syncPage = (job, integrationId, after) =>
    syncPage(job, integrationId, after, clock.read);
  const job = { scope: desk.scope, syncRunId: (await start()).syncRunId };
  const counts = await syncPurchases(job, steps, { planSync, syncPage: page, finishSync });
  expect(counts).toMatchObject({ checked: 4, newlyFinanced: 1 });
  expect(steps.slept).toEqual([60]);
});

test("a refused login ends its own part of the night with a sentence, the others are synced", async () => {
  const { scope, company, biller, customerId } = desk;
  const subsidiaryId = await aSubsidiary(scope, { usdotNumber: "2290417" });
  const login = { username: "billing@north-river.test", password: "sandbox-password-2" };
  const integrationId = await anIntegration(company.admin, subsidiaryId, login);
  await owner`insert into invoicing_methods (company_id, customer_id, subsidiary_id, method)
    values (${ofCompany()}, ${idToUuid("customer", customerId)}, ${idToUuid("subsidiary", subsidiaryId)}, 'factoring')`;
  const loads = [await aQueuedLoad(scope, subsidiaryId, customerId)];
  const north = await submitAll(owner, {
    company,
    scope,
    biller,
    subsidiaryId,
    integrationId,
    customerId,
    loads,
  });
  await driveSubmission(scope, north.invoiceId);
  await owner`update integrations set password_ciphertext = ${encryptSecret("wrong", integrationId)}
    where id = ${idToUuid("integration", integrationId)}`;
  await setStatus(0, 3);
  await startNightlySync(scope, "2026-11-24");
  const [night] =
    await owner`select id from sync_runs where company_id = ${ofCompany()} and trigger = 'nightly'`;
  expect(await run(idFromUuid("sync", night?.id))).toMatchObject({ checked: 4, newlyFinanced: 1 });
  const [kept] = await owner`select troubles from sync_runs where id = ${night?.id}`;
  expect(kept?.troubles).toEqual([
    { subsidiaryName: expect.any(String), message: expect.stringMatching(/^OTR refused/) },
  ]);
});

test("one sync per batch at a time: a second press gets the one under way", async () => {
  const results = await Promise.all(Array.from({ length: 10 }, start));
  expect(new Set(results.map(({ syncRunId }) => syncRunId)).size).toBe(1);
  expect(results.filter(({ alreadyRunning }) => !alreadyRunning)).toHaveLength(1);
});

test("a night is started once per local day, however often it is found due", async () => {
  const started = await Promise.all(
    Array.from({ length: 5 }, () => startNightlySync(desk.scope, "2026-11-24")),
  );
  expect(started.filter(Boolean)).toHaveLength(1);
});

test("a sync never creates or uploads anything", async () => {
  await syncNow();
  expect(await control.listRequests({ route: "create-invoice" })).toEqual([]);
  expect(await control.listRequests({ route: "file-upload" })).toEqual([]);
});
