import { inCompany } from "#db/client.ts";
import { findBatchReport } from "#db/queries/factoring-report.ts";
import { findInvoiceReport } from "#db/queries/factoring-report-invoices.ts";
import { listAttempts, listPurchaseChanges } from "#db/queries/sync-history.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import { lastSyncOf } from "./batch-row.ts";
import { toInvoiceRow } from "./invoice-row.ts";
import type { InvoiceHistory } from "./schemas.ts";

/** One invoice with every call to OTR for it and every change of OTR's status. Throws not_found for another company's. */
export function getInvoiceHistory(
  actor: Actor,
  { batchInvoiceId }: { batchInvoiceId: BatchInvoiceId },
): Promise<InvoiceHistory> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const row = await findInvoiceReport(tx, scope, batchInvoiceId);
    const batch = row && (await findBatchReport(tx, scope, row.batchId));
    if (!batch) throw new AppError("not_found", "There is no such invoice in your company's batches.");
    const attempts = await listAttempts(tx, scope, batchInvoiceId);
    const changes = await listPurchaseChanges(tx, scope, batchInvoiceId);
    return {
      invoice: toInvoiceRow(row, { ...batch, lastSync: lastSyncOf(batch) }, actor),
      attempts: attempts.map((attempt) => ({
        id: attempt.id,
        step: attempt.step,
        startedAt: attempt.startedAt.toISOString(),
        durationMs: attempt.durationMs,
        outcome: attempt.outcome,
        httpStatus: attempt.httpStatus,
        otrRequestId: attempt.otrRequestId,
        otrText: attempt.otrText,
      })),
      changes: changes.map((change) => ({
        id: change.id,
        fromCode: change.fromCode,
        toCode: change.toCode,
        at: change.changedAt.toISOString(),
        trigger: change.trigger,
        byName: change.byName,
      })),
    };
  });
}
