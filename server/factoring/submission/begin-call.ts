import { inCompany, type Tx } from "#db/client.ts";
import { lockSubmission, type Submission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { insertAttempt } from "#db/queries/submission-attempts.ts";
import { sha256Of } from "#server/documents/storage.ts";
import { otrClientFor } from "#server/integrations/otr-client-for.ts";
import type { Clock } from "#server/kernel/clock.ts";
import type { AttemptId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import type { OtrClient } from "#server/otr/client.ts";
import type { SubmissionStep } from "../rules/submission-state.ts";
import { createBodyOf } from "./create-body.ts";
import type { Effect } from "./effect.ts";
import { interruptedChange, standstill } from "./standstill.ts";
import type { Progress, SubmissionJob } from "./submission-job.ts";

/** A call that may now be made: its attempt, and the exact body of a create, are committed. */
export type BegunCall = {
  step: SubmissionStep;
  submission: Submission;
  client: OtrClient;
  body: string;
  attemptId: AttemptId;
};

/** What begins: a call, the bookkeeping after the last call, nothing now, or an end without any call. */
export type Beginning =
  | { kind: "call"; call: BegunCall }
  | { kind: "accept"; submission: Submission }
  | { kind: "rest"; progress: Progress }
  | { kind: "settled_unsent"; step: SubmissionStep; submission: Submission; effect: Effect };

/**
 * Decides from the row alone what is next for an invoice, and commits the attempt before its call is made
 * (OTR §10.1). Safe to run again at any time: a call that was cut off is found here and counts as lost.
 */
export function beginCall(job: SubmissionJob, clock: Clock): Promise<Beginning> {
  const now = clock();
  return inCompany(job.scope, async (tx) => {
    const found = await lockSubmission(tx, job.scope, job.batchInvoiceId);
    if (found?.invoice.round !== job.round) return rest({ next: "end", state: "superseded" });
    const submission = await afterInterruption(tx, job, found);
    const still = standstill(submission.invoice, now);
    if (still) return rest(still);
    if (submission.invoice.state === "document_attached") return { kind: "accept", submission };
    return begin(tx, job, submission, clock);
  });
}

async function begin(tx: Tx, job: SubmissionJob, submission: Submission, clock: Clock): Promise<Beginning> {
  const now = clock();
  const step = stepOf(submission);
  const refusal = loginRefusal(submission);
  if (refusal) return { kind: "settled_unsent", step, submission, effect: refusal };
  const body = step === "create" ? createBodyOf(submission) : { text: "" };
  if ("effect" in body) return { kind: "settled_unsent", step, submission, effect: body.effect };

  const client = otrClientFor(job.scope, submission.login, clock);
  const requestSha256 = requestHash(step, submission, body.text);
  const attempt = { batchInvoiceId: job.batchInvoiceId, step, requestSha256, startedAt: now };
  const isFirst = submission.invoice.state === "pending";
  const sending = { state: "sending", createBody: body.text, createBodySha256: requestSha256 } as const;
  const [attemptId] = await Promise.all([
    insertAttempt(tx, job.scope, attempt),
    isFirst && updateBatchInvoice(tx, job.scope, job.batchInvoiceId, { ...sending, stateChangedAt: now }),
    isFirst && notify(tx, job.scope, { topic: "batch", id: submission.invoice.batchId }),
  ]);
  return { kind: "call", call: { step, submission, client, body: body.text, attemptId } };
}

// Whoever reads "sending" here holds the invoice's lock: the process that was sending is gone.
async function afterInterruption(tx: Tx, job: SubmissionJob, found: Submission): Promise<Submission> {
  if (found.invoice.state !== "sending") return found;
  const change = interruptedChange(found.invoice);
  await updateBatchInvoice(tx, job.scope, job.batchInvoiceId, change);
  await notify(tx, job.scope, { topic: "batch", id: found.invoice.batchId });
  return { ...found, invoice: { ...found.invoice, ...change } };
}

function stepOf({ invoice }: Submission): SubmissionStep {
  if (invoice.otrInvoicePkey === null) return "create";
  return invoice.adopted && invoice.confirmedAt === null ? "confirm" : "attach";
}

function loginRefusal({ login }: Submission): Effect | undefined {
  if (login.status === "rejected") {
    return { kind: "held", reason: "credentials_rejected", detail: null, trouble: null };
  }
  if (login.status === "disconnected") {
    return { kind: "held", reason: "integration_disconnected", detail: null, trouble: null };
  }
  return undefined;
}

function requestHash(step: SubmissionStep, { invoice }: Submission, body: string): string | null {
  if (step === "create") return sha256Of(Buffer.from(body));
  return step === "attach" ? invoice.documentSha256 : null;
}

function rest(progress: Progress): Beginning {
  return { kind: "rest", progress };
}
