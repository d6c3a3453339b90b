import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { testSandbox } from "#db/testing/test-sandbox.ts";
import { aSubmittedBatch, readInvoiceRow, type SubmittedDesk } from "../testing/a-submitted-batch.ts";
import { driveSubmission } from "../testing/drive-submission.ts";

const { owner } = await testDatabase();
const { control } = await testSandbox();
let desk: SubmittedDesk;

beforeEach(async () => {
  desk = await aSubmittedBatch(owner);
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
    await driveSubmission(desk.scope, desk.invoiceId);
    const { row, attempts } = await readInvoiceRow(owner, desk.invoiceId);
    expect({ state: row.state, reason: row.failure_reason ?? undefined, attempts }).toEqual({
      state: ending.state,
      reason: ending.reason,
      attempts: ending.attempts,
    });
    expect(row.load_status).toBe(ending.state === "accepted" ? "invoiced" : "queued");
    const invoices = await control.listInvoices({ invoiceNo: desk.loads[0]?.invoiceNumber });
    expect(invoices).toHaveLength(ending.invoices);
    expect(invoices[0]?.documents ?? []).toHaveLength(ending.documents);
  },
  30_000,
);
