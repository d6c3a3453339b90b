import { inCompany } from "#db/client.ts";
import { lockSubmission, type Submission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { notify } from "#server/live/notify.ts";
import { moveLoads } from "./move-loads.ts";
import type { Progress, SubmissionJob } from "./submission-job.ts";

/** Closes a submission that OTR holds complete, and moves its load to Invoiced (R28). */
export function acceptInvoice(job: SubmissionJob, { invoice }: Submission, now: Date): Promise<Progress> {
  const { scope, batchInvoiceId } = job;
  return inCompany(scope, async (tx) => {
    // Load before invoice, as everywhere, so that no two transactions wait for each other.
    const [load] = await lockLoads(tx, scope, [invoice.loadId]);
    const current = await lockSubmission(tx, scope, batchInvoiceId);
    if (current?.invoice.state !== "document_attached") return { next: "end", state: "superseded" };
    const { otrBrokerName, adopted } = current.invoice;
    await Promise.all([
      updateBatchInvoice(tx, scope, batchInvoiceId, {
        state: "accepted",
        acceptedAt: now,
        purchaseOpen: true,
        stateChangedAt: now,
      }),
      recordAudit(tx, scope, {
        action: "invoice.accepted",
        subject: batchInvoiceId,
        at: now,
        by: null,
        data: { otrBrokerName, adopted },
      }),
      load && moveLoads(tx, scope, [load], "accepted", now),
      notify(tx, scope, { topic: "batch", id: invoice.batchId }, { topic: "queue" }),
    ]);
    return { next: "end", state: "accepted" };
  });
}
