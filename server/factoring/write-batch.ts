import type { Tx } from "#db/client.ts";
import { insertBatchInvoices, markSentAgain } from "#db/queries/batch-invoices.ts";
import { insertBatch, updateBatchTotals } from "#db/queries/batches.ts";
import { batchSubmitted } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import { type IntegrationId, newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { type NewInvoice, newBatchInvoices } from "./new-batch-invoices.ts";
import type { SubmittableLoad } from "./select-submittable.ts";

type BatchOrder = {
  subsidiaryId: SubsidiaryId;
  usdotNumber: string;
  integrationId: IntegrationId;
  requestKey: string;
};

/**
 * Writes a batch, its invoices, their audit and the event that sets them going. An invoice whose load got a live
 * submission in the meantime stays out of the batch.
 */
export async function writeBatch(
  tx: Tx,
  actor: Actor,
  order: BatchOrder,
  loads: SubmittableLoad[],
  now: Date,
) {
  const { scope } = actor;
  const batchId = newId("batch");
  const rows = newBatchInvoices(loads, { ...order, batchId, now });
  const batchNumber = await insertBatch(tx, scope, {
    ...order,
    id: batchId,
    submittedBy: actor.userId,
    submittedAt: now,
    ...totalsOf(rows),
  });
  const inserted = await insertBatchInvoices(tx, scope, rows);
  const kept = rows.filter(({ loadId }) => inserted.has(loadId));
  if (kept.length === 0) {
    throw new AppError("conflict", "These loads were submitted just now by somebody else.", {
      retryable: true,
    });
  }
  await markSentAgain(tx, scope, batchId, now);
  if (kept.length < rows.length) await updateBatchTotals(tx, scope, batchId, totalsOf(kept));

  const failed = kept.flatMap(({ loadId, failureReason: reason }) => (reason ? [{ loadId, reason }] : []));
  await recordAudit(tx, scope, {
    action: "batch.submitted",
    subject: batchId,
    at: now,
    by: actor,
    data: { batchNumber, ...totalsOf(kept), failed: failed.length },
  });
  const events = await addToOutbox(tx, scope, batchSubmitted.create({ companyId: scope.companyId, batchId }));
  await notify(tx, scope, { topic: "queue" }, { topic: "batch", id: batchId });
  return { batchId, batchNumber, submitted: kept.length - failed.length, failed, events };
}

function totalsOf(rows: NewInvoice[]): { invoiceCount: number; totalCents: number } {
  return { invoiceCount: rows.length, totalCents: sumCents(rows.map(({ amountCents }) => amountCents)) };
}
