import { inCompany } from "#db/client.ts";
import {
  type BatchInvoice,
  type InvoiceChange,
  lockSubmission,
  updateBatchInvoice,
} from "#db/queries/batch-invoices.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import type { SubmissionState } from "./rules/submission-state.ts";
import type { SubmissionJob } from "./submission/submission-job.ts";

/**
 * Says the truth about an invoice whose run has ended for good by trouble of our own. What may have been sent is
 * not called failed: it waits for a person (R27). What only lacks its last bookkeeping is left to the sweep.
 */
export async function stopSubmission(job: SubmissionJob, clock: Clock = systemClock): Promise<void> {
  const { scope, batchInvoiceId, round } = job;
  const now = clock();
  await inCompany(scope, async (tx) => {
    const found = await lockSubmission(tx, scope, batchInvoiceId);
    if (!found || found.invoice.round !== round || found.invoice.needsReviewSince) return;
    const change = CHANGES[found.invoice.state]?.(found.invoice, now);
    if (!change) return;
    await updateBatchInvoice(tx, scope, batchInvoiceId, { ...change, nextTryAt: null, stateChangedAt: now });
    await recordAudit(tx, scope, {
      action: change.state === "failed" ? "invoice.failed" : "invoice.unresolved",
      subject: batchInvoiceId,
      at: now,
      by: null,
      data: { step: change.failedStep, reason: change.failureReason },
    });
    await notify(tx, scope, { topic: "batch", id: found.invoice.batchId }, { topic: "queue" });
  });
}

type Stopped = (invoice: BatchInvoice, now: Date) => InvoiceChange;

const failed =
  (failedStep: "create" | "attach"): Stopped =>
  () => ({ state: "failed", failedStep, failureReason: "stopped_unexpectedly", failureDetail: null });

const unresolved: Stopped = (_invoice, now) => ({
  state: "unknown",
  needsReviewSince: now,
  failedStep: "create",
  failureReason: "answer_lost",
  failureDetail: null,
});

const CHANGES: Partial<Record<SubmissionState, Stopped>> = {
  pending: failed("create"),
  sending: unresolved,
  unknown: unresolved,
  invoice_created: failed("attach"),
};
