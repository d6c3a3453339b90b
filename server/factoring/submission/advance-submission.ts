import { withSessionLock } from "#db/session-locks.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { acceptInvoice } from "./accept-invoice.ts";
import { type BegunCall, beginCall } from "./begin-call.ts";
import { callAttach } from "./call-attach.ts";
import { callConfirm } from "./call-confirm.ts";
import { callCreate } from "./call-create.ts";
import type { CallResult } from "./call-result.ts";
import { settle } from "./settle.ts";
import type { Progress, SubmissionJob } from "./submission-job.ts";

const busySeconds = 5;

/**
 * Brings one invoice one call further: create, confirm an adopted one, or attach and accept. Everything is
 * decided from the row, so it may be run again after a crash at any point, and by any number of workers: one at
 * a time has the invoice. OTR's refusals are written to the row; only trouble of our own is thrown.
 */
export async function advanceSubmission(job: SubmissionJob, clock: Clock = systemClock): Promise<Progress> {
  const progress = await withSessionLock(`submission ${job.batchInvoiceId}`, () => advance(job, clock));
  return progress ?? { next: "wait", seconds: busySeconds };
}

async function advance(job: SubmissionJob, clock: Clock): Promise<Progress> {
  const beginning = await beginCall(job, clock);
  switch (beginning.kind) {
    case "rest":
      return beginning.progress;
    case "accept":
      return acceptInvoice(job, beginning.submission, clock());
    case "settled_unsent":
      return settle(job, beginning, clock());
    case "call":
      return makeCall(job, beginning.call, clock);
  }
}

async function makeCall(job: SubmissionJob, begun: BegunCall, clock: Clock): Promise<Progress> {
  const result = await callOtr(job, begun);
  const { step, submission, attemptId } = begun;
  const settled = { step, submission, effect: result.effect, call: { ...result, attemptId } };
  const progress = await settle(job, settled, clock());
  return progress.next === "accept" ? acceptInvoice(job, submission, clock()) : progress;
}

function callOtr(job: SubmissionJob, begun: BegunCall): Promise<CallResult> {
  switch (begun.step) {
    case "create":
      return callCreate(begun);
    case "confirm":
      return callConfirm(begun);
    case "attach":
      return callAttach(job.scope, begun);
  }
}
