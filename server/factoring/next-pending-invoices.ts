import { inCompany } from "#db/client.ts";
import { listPendingInvoices } from "#db/queries/batch-invoices.ts";
import type { BatchId, BatchInvoiceId, IntegrationId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const pageSize = 500;
/** The first calls are under way while the other pages are being queued. */
const firstPageSize = 50;

/** A page of a batch's invoices that have not begun, and where the next page starts; null: that was the last. */
export type PendingPage = {
  invoices: { batchInvoiceId: BatchInvoiceId; integrationId: IntegrationId; round: number }[];
  next: BatchInvoiceId | null;
};

/** The next invoices of a batch to send on their way, by id: 500, at first 50. */
export async function nextPendingInvoices(
  scope: CompanyScope,
  batchId: BatchId,
  after: BatchInvoiceId | null,
): Promise<PendingPage> {
  const size = after ? pageSize : firstPageSize;
  const rows = await inCompany(scope, (tx) => listPendingInvoices(tx, scope, batchId, after, size));
  const invoices = rows.map(({ id, ...row }) => ({ batchInvoiceId: id, ...row }));
  return { invoices, next: rows.length < size ? null : (rows.at(-1)?.id ?? null) };
}
