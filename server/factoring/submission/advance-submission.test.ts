import { beforeEach, expect, test } from "vitest";
import { withSessionLock } from "#db/session-locks.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { aSubmittedBatch, readInvoiceRow, type SubmittedDesk } from "../testing/a-submitted-batch.ts";
import { aClock, driveSubmission } from "../testing/drive-submission.ts";
import { advanceSubmission } from "./advance-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner);
});

const invoiceId = () => {
  const [id] = desk.invoiceIds;
  if (!id) throw new Error("one invoice was submitted");
  return id;
};
const drive = (round = 1) => driveSubmission(desk.scope, invoiceId(), { round });
const read = () => readInvoiceRow(owner, invoiceId());
const atOtr = async () => control.listInvoices({ invoiceNo: desk.loads[0]?.invoiceNumber });

test("an invoice is created, its document attached byte for byte, and its load becomes Invoiced", async () => {
  const progress = await drive();
  expect(progress).toEqual([{ next: "attach" }, { next: "end", state: "accepted" }]);
  const { row, attempts } = await read();
  expect(row).toMatchObject({
    state: "accepted",
    load_status: "invoiced",
    purchase_open: true,
    adopted: false,
  });
  expect(attempts).toEqual(["create created", "attach stored"]);
  const [invoice] = await atOtr();
  expect(invoice).toMatchObject({ pkey: row.pkey, amount: 1850, clientDot: "3104488", brokerMc: "412907" });
  expect(invoice?.documents.map(({ sha256 }) => sha256)).toEqual([row.document_sha256]);
});

type FaultRequest = Parameters<typeof control.injectFault>[0];
type Ending = { state: string; reason?: string; attempts: string[]; invoices: number; documents: number };

const accepted = (attempts: string[]): Ending => ({ state: "accepted", attempts, invoices: 1, documents: 1 });
const happy = ["create created", "attach stored"];

test.each<[string, FaultRequest[], Ending]>([
  [
    "create: reply lost before OTR had it",
    [{ kind: "drop_before", route: "create-invoice" }],
    accepted(["create outcome_unknown:reset", ...happy]),
  ],
  [
    "create: reply lost after OTR had it",
    [{ kind: "drop_after_commit", route: "create-invoice" }],
    accepted(["create outcome_unknown:reset", "create already_exists", "confirm status", "attach stored"]),
  ],
  [
    "create: 500 after the work",
    [{ kind: "server_error_500", route: "create-invoice", afterCommit: true }],
    accepted([
      "create outcome_unknown:server_error",
      "create already_exists",
      "confirm status",
      "attach stored",
    ]),
  ],
  [
    "create: 503 page",
    [{ kind: "maintenance_503", route: "create-invoice" }],
    accepted(["create outcome_unknown:server_error", ...happy]),
  ],
  [
    "create: empty 200 after the work",
    [{ kind: "empty_200", route: "create-invoice", afterCommit: true }],
    accepted([
      "create outcome_unknown:empty_reply",
      "create already_exists",
      "confirm status",
      "attach stored",
    ]),
  ],
  [
    "create: HTML 200",
    [{ kind: "html_200", route: "create-invoice" }],
    accepted(["create outcome_unknown:unreadable_reply", ...happy]),
  ],
  [
    "create: 201 without id",
    [{ kind: "created_without_id", route: "create-invoice" }],
    accepted(["create outcome_unknown:no_id", "create already_exists", "confirm status", "attach stored"]),
  ],
  [
    "create: throttled",
    [{ kind: "throttled_429", route: "create-invoice", retryAfter: 1 }],
    accepted(["create throttled", ...happy]),
  ],
  ["create: wrong-case keys", [{ kind: "wrong_case_keys", route: "create-invoice" }], accepted(happy)],
  ["create: token refused once", [{ kind: "service_401", route: "create-invoice" }], accepted(happy)],
  [
    "create: answer lost every time",
    [{ kind: "drop_before", route: "create-invoice", times: null }],
    {
      state: "unknown",
      reason: "answer_lost",
      attempts: Array.from({ length: 3 }, () => "create outcome_unknown:reset"),
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "create: another invoice holds the number",
    [{ kind: "foreign_409", route: "create-invoice" }],
    {
      state: "failed",
      reason: "conflict",
      attempts: ["create conflict:echo_differs"],
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "create: 409 without id",
    [{ kind: "conflict_without_id", route: "create-invoice" }],
    { state: "failed", reason: "conflict", attempts: ["create conflict:no_id"], invoices: 0, documents: 0 },
  ],
  [
    "create: 409 without id after a lost answer is left to a person, not called failed",
    [
      { kind: "drop_after_commit", route: "create-invoice" },
      { kind: "conflict_without_id", route: "create-invoice" },
    ],
    {
      state: "unknown",
      reason: "conflict",
      attempts: ["create outcome_unknown:reset", "create conflict:no_id"],
      invoices: 1,
      documents: 0,
    },
  ],
  [
    "create: not enabled for the USDOT",
    [{ kind: "service_401", route: "create-invoice", times: 2 }],
    {
      state: "failed",
      reason: "login_not_enabled",
      attempts: ["create not_enabled"],
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "create: the gateway refuses our key",
    [{ kind: "gateway_401", route: "create-invoice" }],
    {
      state: "failed",
      reason: "otr_configuration",
      attempts: ["create configuration"],
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "create: quota spent",
    [{ kind: "gateway_403", route: "create-invoice" }],
    {
      state: "failed",
      reason: "otr_configuration",
      attempts: ["create configuration"],
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "create: wrong address",
    [{ kind: "gateway_404", route: "create-invoice" }],
    {
      state: "failed",
      reason: "otr_configuration",
      attempts: ["create configuration"],
      invoices: 0,
      documents: 0,
    },
  ],
  [
    "confirm: the read fails once",
    [
      { kind: "drop_after_commit", route: "create-invoice" },
      { kind: "server_error_500", route: "read-invoice", times: 3 },
    ],
    accepted([
      "create outcome_unknown:reset",
      "create already_exists",
      "confirm unavailable:server_error",
      "confirm status",
      "attach stored",
    ]),
  ],
  [
    "attach: the answer is lost once, a doubled document is better than none",
    [{ kind: "drop_after_commit", route: "file-upload" }],
    { ...accepted(["create created", "attach outcome_unknown:reset", "attach stored"]), documents: 2 },
  ],
  [
    "attach: 503 page once",
    [{ kind: "maintenance_503", route: "file-upload" }],
    accepted(["create created", "attach outcome_unknown:server_error", "attach stored"]),
  ],
  [
    "attach: empty 200 is success",
    [{ kind: "empty_200", route: "file-upload", afterCommit: true }],
    accepted(happy),
  ],
  [
    "attach: never confirmed",
    [{ kind: "server_error_500", route: "file-upload", times: 2 }],
    {
      state: "failed",
      reason: "document_unconfirmed",
      attempts: [
        "create created",
        "attach outcome_unknown:server_error",
        "attach outcome_unknown:server_error",
      ],
      invoices: 1,
      documents: 0,
    },
  ],
  [
    "attach: throttled",
    [{ kind: "throttled_429", route: "file-upload", retryAfter: 1 }],
    accepted(["create created", "attach throttled", "attach stored"]),
  ],
  [
    "token: 500 through all its repeats, then well",
    [{ kind: "server_error_500", route: "token", times: 3 }],
    accepted(["create not_sent", ...happy]),
  ],
])(
  "%s",
  async (_name, faults, ending) => {
    for (const fault of faults) await control.injectFault(fault);
    await drive();
    const { row, attempts } = await read();
    expect({ state: row.state, reason: row.failure_reason ?? undefined, attempts }).toEqual({
      state: ending.state,
      reason: ending.reason,
      attempts: ending.attempts,
    });
    expect(row.load_status).toBe(ending.state === "accepted" ? "invoiced" : "queued");
    const invoices = await atOtr();
    expect(invoices).toHaveLength(ending.invoices);
    expect(invoices[0]?.documents ?? []).toHaveLength(ending.documents);
  },
  30_000,
);

test("every replay of a lost create is the same to the byte", async () => {
  await control.injectFault({ kind: "drop_before", route: "create-invoice", times: 2 });
  await drive();
  const sent = await control.listRequests({ route: "create-invoice" });
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map((request) => JSON.stringify(request.body))).size).toBe(1);
});

test("a broker OTR does not know fails alone with its MC, nothing is created", async () => {
  await owner`update batch_invoices set mc_number = '999' where company_id = (select company_id from batch_invoices order by created_at desc limit 1)`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({
    state: "failed",
    failure_reason: "broker_unknown",
    failed_step: "create",
    pkey: null,
  });
});

test("an adopted invoice of another amount is held, and nothing is attached to it", async () => {
  const { row: before } = await read();
  await drive();
  await owner`update batch_invoices set state = 'pending', otr_invoice_pkey = null, create_body = null,
    amount_cents = 100 where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({ state: "failed", failure_reason: "amount_differs", adopted: true });
  expect(row.pkey).not.toBeNull();
  const [invoice] = await atOtr();
  expect(invoice?.documents).toHaveLength(1);
});

test("a process killed while sending leaves an invoice that the next run resolves by replaying", async () => {
  const clock = aClock(new Date());
  await drive();
  const { row: before } = await read();
  // As a kill between OTR's answer and our commit leaves it: sent, kept there, unknown here.
  await owner`update batch_invoices set state = 'sending', otr_invoice_pkey = null, accepted_at = null,
    purchase_open = false, state_changed_at = ${clock.read()} where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  const [first, ...rest] = await driveSubmission(desk.scope, invoiceId(), { clock });
  expect(first).toEqual({ next: "wait", seconds: 5 });
  expect(rest.at(-1)).toEqual({ next: "end", state: "accepted" });
  expect((await read()).row).toMatchObject({ pkey: before.pkey, adopted: true });
  expect(await atOtr()).toHaveLength(1);
});

test.each(["invoice_created", "document_attached"])("a run killed at %s goes on there", async (state) => {
  await drive();
  const { row: before } = await read();
  await owner`update batch_invoices set state = ${state}, purchase_open = false where id = ${before.id}`;
  await owner`update loads set status = 'queued' where id = ${before.load_id}`;
  await control.clearRequests();
  await drive();
  expect((await read()).row).toMatchObject({ state: "accepted", pkey: before.pkey, load_status: "invoiced" });
  expect(await control.listRequests({ route: "create-invoice" })).toEqual([]);
});

test("two runs of one invoice at once make one create", async () => {
  await control.setLatency({ "create-invoice": 200 });
  const job = { scope: desk.scope, batchInvoiceId: invoiceId(), round: 1 };
  const both = await Promise.all([advanceSubmission(job), advanceSubmission(job)]);
  expect(both.map(({ next }) => next).sort()).toEqual(["attach", "wait"]);
  expect(await control.listRequests({ route: "create-invoice" })).toHaveLength(1);
});

test("a lock held by another process makes a run wait, and is free when that process is gone", async () => {
  const other = await owner.reserve();
  await other`select pg_advisory_lock(hashtextextended(${`submission ${invoiceId()}`}, 0))`;
  const job = { scope: desk.scope, batchInvoiceId: invoiceId(), round: 1 };
  expect(await advanceSubmission(job)).toEqual({ next: "wait", seconds: 5 });
  await other`select pg_advisory_unlock_all()`;
  other.release();
  expect(await withSessionLock(`submission ${invoiceId()}`, async () => "free")).toBe("free");
});

test("a run of an older round steps aside without a call", async () => {
  await owner`update batch_invoices set round = 2 where state = 'pending'`;
  expect(await drive(1)).toEqual([{ next: "end", state: "superseded" }]);
  expect(await control.listRequests({ route: "create-invoice" })).toEqual([]);
});

test("a stored document that is not what was promised is never sent", async () => {
  await owner`update batch_invoices set document_sha256 = ${"0".repeat(64)} where state = 'pending'`;
  await drive();
  const { row } = await read();
  expect(row).toMatchObject({ state: "failed", failure_reason: "document_missing", failed_step: "attach" });
  expect(await control.listRequests({ route: "file-upload" })).toEqual([]);
});
