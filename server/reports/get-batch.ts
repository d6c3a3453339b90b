import { inCompany, type Tx } from "#db/client.ts";
import { findBatchReport } from "#db/queries/factoring-report.ts";
import { countInvoicesByFilter } from "#db/queries/factoring-report-invoices.ts";
import type { BatchReportRow } from "#db/queries/factoring-report-rows.ts";
import { countChangesInBatch, findSyncRunAndStarter } from "#db/queries/sync-history.ts";
import { findRunningSync } from "#db/queries/sync-runs.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { toBatchRow } from "./batch-row.ts";
import type { BatchDetail, LastSync } from "./schemas.ts";
import { toSyncCounts } from "./sync-counts.ts";

/** A batch with counts, the sync underway and what the last one changed. Throws not_found for one that isn't the company's. */
export function getBatch(actor: Actor, { batchId }: { batchId: BatchId }): Promise<BatchDetail> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const row = await findBatchReport(tx, scope, batchId);
    if (!row) throw new AppError("not_found", "There is no such batch in your company.");
    const running = await findRunningSync(tx, scope, batchId);
    return {
      ...toBatchRow(row),
      usdotNumber: row.usdotNumber,
      lastResult: await lastResultOf(tx, scope, row),
      running: running ? { byName: running.byName, startedAt: running.startedAt.toISOString() } : null,
      filterCounts: await countInvoicesByFilter(tx, scope, batchId),
    };
  });
}

async function lastResultOf(tx: Tx, scope: CompanyScope, batch: BatchReportRow): Promise<LastSync | null> {
  if (!batch.lastSyncRunId || !batch.lastSyncedAt) return null;
  const found = await findSyncRunAndStarter(tx, scope, batch.lastSyncRunId);
  if (!found) return null;
  const { run, byName } = found;
  return {
    at: batch.lastSyncedAt.toISOString(),
    trigger: run.trigger,
    byName,
    counts: run.batchId === batch.id ? toSyncCounts(run) : null,
    troubles: run.batchId === batch.id ? run.troubles.map(({ message }) => message) : [],
    changedHere: await countChangesInBatch(tx, scope, { batchId: batch.id, syncRunId: run.id }),
  };
}
