import { afterAll, beforeAll, expect, test } from "vitest";
import { type FaultKind, type FaultRequest, faultKinds } from "#local/otr-sandbox/faults.ts";
import { type Desk, type OurInvoice, openDesk, type ReadyLoad } from "../support/desk.ts";
import { type Stack, startStack } from "../support/stack.ts";
import { expectExactlyOnce } from "./exactly-once.ts";

/** What an invoice is to come to: accepted, or failed for one of these reasons. */
type Expected = "accepted" | "otr_configuration" | "conflict" | "broker_not_approved" | "document_rejected";

/** A single fault on the create of an invoice, and how the invoice ends. */
const ON_CREATE = {
  delay: "accepted",
  drop_before: "accepted",
  drop_after_commit: "accepted",
  server_error_500: "accepted",
  maintenance_503: "accepted",
  empty_200: "accepted",
  html_200: "accepted",
  created_without_id: "accepted",
  throttled_429: "accepted",
  gateway_401: "otr_configuration",
  gateway_403: "otr_configuration",
  gateway_404: "otr_configuration",
  service_401: "accepted",
  foreign_409: "conflict",
  conflict_without_id: "conflict",
  not_approved_402: "broker_not_approved",
  wrong_case_keys: "accepted",
  array_reply: "accepted",
  outside_hours: "accepted",
} as const satisfies Record<FaultKind, Expected>;

/** The same on its upload: an empty success is success there (OTR §8), a web page is no answer. */
const ON_ATTACH = {
  ...ON_CREATE,
  foreign_409: "document_rejected",
  conflict_without_id: "document_rejected",
  not_approved_402: "document_rejected",
} as const satisfies Record<FaultKind, Expected>;

/** Spoiled answers after the work was done: the upload happened, and may happen once more. */
const AFTER_COMMIT = ["server_error_500", "maintenance_503", "delay"] as const satisfies FaultKind[];

type Case = { fault: FaultRequest; expected: Expected };
type Line = { call: string; fault: string; ended: string; reason: string; documents: number };

const table: Line[] = [];
let stack: Stack;
let desk: Desk;

beforeAll(async () => {
  stack = await startStack({
    LADING_DEMO_QUEUED: "140",
    OTR_REPLAY_SECONDS: "1,1,2,2",
    OTR_CONCURRENCY: "10",
  });
  desk = await openDesk(stack);
});

afterAll(async () => {
  console.table(table);
  await desk?.close();
  await stack?.stop();
});

test("every fault on a create ends in one invoice at OTR or in a true reason", async () => {
  await runCases("create-invoice", [
    ...faultKinds.map((kind) => ({ fault: { kind }, expected: ON_CREATE[kind] })),
    ...AFTER_COMMIT.map((kind) => ({ fault: { kind, afterCommit: true }, expected: "accepted" as const })),
  ]);
});

test("every fault on an upload ends with the document attached or in a true reason", async () => {
  await runCases("file-upload", [
    // Nothing tells an empty success from a document that was not kept, so here it was kept.
    ...faultKinds.map((kind) => ({
      fault: { kind, afterCommit: kind === "empty_200" },
      expected: ON_ATTACH[kind],
    })),
    ...AFTER_COMMIT.map((kind) => ({ fault: { kind, afterCommit: true }, expected: "accepted" as const })),
  ]);
});

test("a create that never gets an answer is left to a person, not called failed, and is found again", async () => {
  const [load] = await desk.ready(1);
  if (!load) throw new Error("No load is ready.");
  await desk.sandbox.injectFault({
    kind: "drop_after_commit",
    route: "create-invoice",
    invoiceNo: load.invoiceNumber,
    times: null,
  });
  const batchId = await desk.submit([load]);
  const [lost] = await desk.settled(batchId, 60_000);
  expect(lost).toMatchObject({ state: "unknown", needsReview: true, failureReason: "answer_lost" });
  table.push(lineOf("create", "drop_after_commit, always", lost, 0));

  await desk.sandbox.clearFaults({});
  await retryAll(batchId);
  const [found] = await desk.settled(batchId, 60_000);
  expect(found?.state).toBe("accepted");
  await expectExactlyOnce(desk, found ? [found] : [], { secondCopies: false });
});

test("a fault on reading one invoice keeps no other from becoming Financed, and the next sync mends it", async () => {
  const loads = await desk.ready(faultKinds.length);
  const batchId = await desk.submit(loads);
  await desk.settled(batchId, 60_000);
  for (const { invoiceNumber } of loads)
    await desk.sandbox.setStatus({ invoiceNo: invoiceNumber, status: 3 });
  for (const [index, kind] of faultKinds.entries()) {
    const invoiceNo = loads[index]?.invoiceNumber;
    await desk.sandbox.injectFault({ kind, route: "read-invoice", invoiceNo });
  }
  await sync(batchId);
  await desk.sandbox.clearFaults({});
  await sync(batchId);
  const rows = await desk.invoicesOf(batchId);
  for (const [index, row] of rows.entries()) {
    table.push({ ...lineOf("read", faultKinds[index] ?? "", row, 1), ended: row.loadStatus });
  }
  expect(rows.map(({ loadStatus }) => loadStatus)).toEqual(rows.map(() => "financed"));
});

test("every fault on the sign-in leaves the invoice accepted or failed with nothing sent", async () => {
  // A refusal of the password blocks the login, so it comes last.
  const kinds = [...faultKinds.filter((kind) => kind !== "service_401"), "service_401" as const];
  for (const kind of kinds) {
    await desk.sandbox.expireTokens();
    await desk.sandbox.injectFault({ kind, route: "token" });
    const batchId = await desk.submit(await desk.ready(1));
    const rows = await desk.settled(batchId, 60_000);
    await expectExactlyOnce(desk, rows, { secondCopies: false });
    table.push(lineOf("token", kind, rows[0], rows[0]?.state === "accepted" ? 1 : 0));
    await desk.sandbox.clearFaults({});
  }
});

/** Submits one invoice per case in one batch, each meeting its own fault once. */
async function runCases(route: "create-invoice" | "file-upload", cases: Case[]): Promise<void> {
  const loads = await desk.ready(cases.length);
  for (const [index, { fault }] of cases.entries()) {
    await desk.sandbox.injectFault({ ...fault, route, invoiceNo: numberOf(loads, index) });
  }
  const rows = await desk.settled(await desk.submit(loads), 120_000);
  const byNumber = new Map(rows.map((row) => [row.invoiceNumber, row]));
  const lines: string[] = [];
  for (const [index, { fault }] of cases.entries()) {
    const row = byNumber.get(numberOf(loads, index));
    const [atOtr] = await desk.sandbox.listInvoices({ invoiceNo: numberOf(loads, index) });
    const name = fault.afterCommit ? `${fault.kind}, after commit` : fault.kind;
    table.push(lineOf(route, name, row, atOtr?.documents.length ?? 0));
    lines.push(`${name}: ${row?.state === "failed" ? row.failureReason : row?.state}`);
  }
  await desk.sandbox.clearFaults({});
  expect(lines).toEqual(
    cases.map(
      ({ fault, expected }) => `${fault.kind}${fault.afterCommit ? ", after commit" : ""}: ${expected}`,
    ),
  );
  await expectExactlyOnce(desk, rows, { secondCopies: route === "file-upload" });
}

function numberOf(loads: ReadyLoad[], index: number): string {
  return loads[index]?.invoiceNumber ?? "";
}

function lineOf(call: string, fault: string, row: OurInvoice | undefined, documents: number): Line {
  return { call, fault, ended: row?.state ?? "–", reason: row?.failureReason ?? "", documents };
}

async function sync(batchId: string): Promise<void> {
  await desk.session.mutate("reports.startSync", { batchId });
  await expect
    .poll(
      async () => (await desk.session.query<{ running: unknown }>("reports.getBatch", { batchId })).running,
      {
        timeout: 60_000,
      },
    )
    .toBeNull();
}

async function retryAll(batchId: string): Promise<void> {
  const page = await desk.session.query<{ rows: { id: string }[] }>("reports.listBatchInvoices", { batchId });
  for (const { id } of page.rows) await desk.session.mutate("factoring.retryInvoice", { batchInvoiceId: id });
}
