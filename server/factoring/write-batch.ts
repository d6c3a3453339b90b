import { isDeepStrictEqual } from "node:util";
import type { Tx } from "#db/client.ts";
import { insertBatchInvoices, markSentAgain } from "#db/queries/batch-invoice-inserts.ts";
import { insertBatch, updateBatchTotals } from "#db/queries/batches.ts";
import { batchSubmitted } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import { type IntegrationId, newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
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
  const expected = {
    invoiceCount: loads.length,
    totalCents: sumCents(loads.map((load) => load.amountCents)),
  };
  const batchNumber = await insertBatch(tx, scope, {
    ...order,
    id: batchId,
    submittedBy: actor.userId,
    submittedAt: now,
    ...expected,
  });
  const loadIds = loads.map(({ loadId }) => loadId);
  const { count, totalCents, failed } = await insertBatchInvoices(tx, scope, batchId, loadIds);
  if (count === 0) {
    throw new AppError("conflict", "These loads were submitted just now by somebody else.", {
      retryable: true,
    });
  }
  await markSentAgain(tx, scope, batchId, loadIds, now);
  const totals = { invoiceCount: count, totalCents };
  if (!isDeepStrictEqual(totals, expected)) await updateBatchTotals(tx, scope, batchId, totals);
  await recordAudit(tx, scope, {
    action: "batch.submitted",
    subject: batchId,
    at: now,
    by: actor,
    data: { batchNumber, ...totals, failed: failed.length },
  });
  const events = await addToOutbox(tx, scope, batchSubmitted.create({ companyId: scope.companyId, batchId }));
  await notify(tx, scope, { topic: "queue" }, { topic: "batch", id: batchId });
  return { batchId, batchNumber, submitted: count - failed.length, failed, events };
}
