import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { retryInvoice } from "../retry-invoice.ts";
import { stopSubmission } from "../stop-submission.ts";
import { aSubmittedBatch, readInvoiceRow, type SubmittedDesk } from "../testing/a-submitted-batch.ts";
import { driveSubmission } from "../testing/drive-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner, { loads: 5 });
});

const setPassword = (password: string) => {
  const ciphertext = encryptSecret(password, desk.integrationId);
  return owner`update integrations set password_ciphertext = ${ciphertext}, status = 'active'
    where id = ${idToUuid("integration", desk.integrationId)}`;
};
const integration = async () => {
  const [row] =
    await owner`select * from integrations where id = ${idToUuid("integration", desk.integrationId)}`;
  return row;
};

test("a refused password fails the whole batch after one sign-in, and says so on the login", async () => {
  await setPassword("wrong");
  for (const id of desk.invoiceIds) await driveSubmission(desk.scope, id);
  for (const id of desk.invoiceIds) {
    expect((await readInvoiceRow(owner, id)).row).toMatchObject({
      state: "failed",
      failure_reason: "credentials_rejected",
      load_status: "queued",
    });
  }
  expect(await control.listRequests({ route: "token" })).toHaveLength(1);
  expect(await integration()).toMatchObject({
    status: "rejected",
    last_error: expect.stringMatching(/^OTR refused/),
  });
  const [audited] = await owner`select count(*)::int from audit_entries
    where action = 'integration.rejected' and company_id = ${idToUuid("company", desk.scope.companyId)}`;
  expect(audited?.count).toBe(1);
});

test("an invoice that OTR took is finished by Retry once the login is mended, without a second create (R28)", async () => {
  const id = desk.invoiceId;
  await control.injectFault({ kind: "service_401", route: "file-upload", times: 2 });
  await driveSubmission(desk.scope, id);
  const { row: failed } = await readInvoiceRow(owner, id);
  expect(failed).toMatchObject({
    state: "failed",
    failure_reason: "login_not_enabled",
    failed_step: "attach",
  });
  expect(await retryInvoice(desk.biller, { batchInvoiceId: id })).toEqual({
    kind: "retried",
    state: "invoice_created",
  });
  await driveSubmission(desk.scope, id, { round: 2 });
  expect((await readInvoiceRow(owner, id)).row).toMatchObject({
    state: "accepted",
    pkey: failed.pkey,
    round: 2,
  });
  expect(await control.listRequests({ route: "create-invoice" })).toHaveLength(1);
});

test("a lost answer is not called failed when the login is refused before it is found out", async () => {
  const id = desk.invoiceId;
  await control.injectFault({ kind: "drop_after_commit", route: "create-invoice" });
  await owner`update integrations set last_error = null`;
  await driveSubmission(desk.scope, id);
  expect((await readInvoiceRow(owner, id)).row.state).toBe("accepted");
  const [, second] = desk.invoiceIds;
  if (!second) throw new Error("invoices were submitted");
  await owner`update batch_invoices set state = 'unknown', create_body = '{}' where id = ${idToUuid("binv", second)}`;
  await owner`update integrations set status = 'rejected'`;
  await driveSubmission(desk.scope, second);
  const { row } = await readInvoiceRow(owner, second);
  expect(row).toMatchObject({ state: "unknown", failure_reason: "credentials_rejected" });
  expect(row.needs_review_since).not.toBeNull();
});

test.each([
  ["pending", "failed", "stopped_unexpectedly", false],
  ["sending", "unknown", "answer_lost", true],
  ["unknown", "unknown", "answer_lost", true],
] as const)(
  "a run that stops for good while %s leaves the invoice %s",
  async (state, after, reason, review) => {
    const [id] = desk.invoiceIds;
    if (!id) throw new Error("invoices were submitted");
    await owner`update batch_invoices set state = ${state} where id = ${idToUuid("binv", id)}`;
    await stopSubmission({ scope: desk.scope, batchInvoiceId: id, round: 1 });
    const { row } = await readInvoiceRow(owner, id);
    expect(row).toMatchObject({ state: after, failure_reason: reason });
    expect(row.needs_review_since !== null).toBe(review);
  },
);

test("neither password nor key nor token is in any row, audit entry or event", async () => {
  await control.injectFault({ kind: "server_error_500", route: "create-invoice" });
  for (const id of desk.invoiceIds) await driveSubmission(desk.scope, id);
  const tables = [
    "batch_invoices",
    "submission_attempts",
    "audit_entries",
    "outbox",
    "integrations",
    "factoring_batches",
  ];
  const texts = await Promise.all(
    tables.map((table) => owner.unsafe(`select coalesce(jsonb_agg(t)::text, '') as text from ${table} t`)),
  );
  const everything = texts.map(([row]) => row?.text).join("\n");
  expect(everything).toContain("create-invoice".slice(0, 6));
  for (const secret of ["sandbox-password", "sandbox-subscription-key", "Bearer "]) {
    expect(everything).not.toContain(secret);
  }
  const [outbox] = await owner`select data from outbox limit 1`;
  expect(Object.values(outbox?.data).every((value) => /^[a-z]+_[0-9a-z]{26}$/.test(String(value)))).toBe(
    true,
  );
});
