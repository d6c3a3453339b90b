import { inCompany, type Tx } from "#db/client.ts";
import { lockSubmission, type Submission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { lockLoads, updateLoadStatus } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import { type FactoringEvent, nextLoadStatus } from "../rules/next-load-status.ts";
import type { Progress, SubmissionJob } from "./submission-job.ts";

/** Closes a submission that OTR holds complete, and moves its load to Invoiced (R28). */
export function acceptInvoice(job: SubmissionJob, { invoice }: Submission, now: Date): Promise<Progress> {
  const { scope, batchInvoiceId } = job;
  return inCompany(scope, async (tx) => {
    // Load before invoice, as everywhere, so that no two transactions wait for each other.
    const [load] = await lockLoads(tx, scope, [invoice.loadId]);
    const current = await lockSubmission(tx, scope, batchInvoiceId);
    if (current?.invoice.state !== "document_attached") return { next: "end", state: "superseded" };
    await updateBatchInvoice(tx, scope, batchInvoiceId, {
      state: "accepted",
      acceptedAt: now,
      purchaseOpen: true,
      stateChangedAt: now,
    });
    const { otrBrokerName, adopted } = current.invoice;
    await recordAudit(tx, scope, {
      action: "invoice.accepted",
      subject: batchInvoiceId,
      at: now,
      by: null,
      data: { otrBrokerName, adopted },
    });
    if (load) await moveLoad(tx, scope, load, "accepted", now);
    await notify(tx, scope, { topic: "batch", id: invoice.batchId }, { topic: "queue" });
    return { next: "end", state: "accepted" };
  });
}

type MovedLoad = { id: LoadId; status: Parameters<typeof nextLoadStatus>[0] };

/** Moves a locked load as OTR's word asks, with history, audit and notice; returns the status it has then. */
export async function moveLoad(
  tx: Tx,
  scope: CompanyScope,
  load: MovedLoad,
  event: FactoringEvent,
  at: Date,
): Promise<MovedLoad["status"]> {
  const to = nextLoadStatus(load.status, event);
  if (to === load.status) return to;
  const change = { loadId: load.id, from: load.status, to, by: null, reason: REASONS[event], at };
  await updateLoadStatus(tx, scope, change);
  await recordAudit(tx, scope, {
    action: "load.status_changed",
    subject: load.id,
    at,
    by: null,
    data: { from: load.status, to, reason: REASONS[event] },
  });
  await notify(tx, scope, { topic: "load", id: load.id });
  return to;
}

const REASONS = {
  accepted: "OTR accepted the invoice",
  funded: "OTR funded the invoice",
} as const satisfies Record<FactoringEvent, string>;
