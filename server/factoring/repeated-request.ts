import type { Tx } from "#db/client.ts";
import { countBatchInvoices, listFailedInvoices } from "#db/queries/batch-invoices.ts";
import type { findBatchByRequest } from "#db/queries/batches.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { SubmitBatchResult } from "./schemas.ts";

type EarlierBatch = NonNullable<Awaited<ReturnType<typeof findBatchByRequest>>>;

/** The answer to a request that came twice: the batch it made the first time, as it stands now. */
export async function repeatedRequest(
  tx: Tx,
  scope: CompanyScope,
  { id, batchNumber }: EarlierBatch,
): Promise<SubmitBatchResult> {
  const rows = await listFailedInvoices(tx, scope, id);
  const failed = rows.flatMap(({ loadId, reason }) => (reason ? [{ loadId, reason }] : []));
  const count = await countBatchInvoices(tx, scope, id);
  return {
    kind: "submitted",
    batchId: id,
    batchNumber,
    submitted: count - failed.length,
    failed,
    skipped: [],
  };
}
