import type { Tx } from "#db/client.ts";
import { purchaseStatusChanges, syncRuns } from "#db/schema/index.ts";
import type { Calendar } from "../calendar.ts";
import { type Cast, personOf } from "../cast.ts";
import { idAt } from "../id-at.ts";
import { runOf } from "../plan/plan-syncs.ts";
import type { BatchInvoicePlan, BatchPlan, SyncRunPlan } from "../plan/plan-types.ts";
import { insertMany } from "./insert-many.ts";

/** Writes every sync of the past. */
export async function writeSyncRuns(
  tx: Tx,
  cast: Cast,
  runs: readonly SyncRunPlan[],
  calendar: Calendar,
): Promise<void> {
  await insertMany(
    tx,
    syncRuns,
    runs.map(({ daysAgo, batch, at, ...run }) => ({
      ...run,
      companyId: cast.scope.companyId,
      trigger: batch ? ("manual" as const) : ("nightly" as const),
      batchId: batch?.id ?? null,
      nightOf: batch ? null : calendar.date(daysAgo),
      startedBy: batch ? personOf(cast, "biller") : null,
      startedAt: at,
    })),
  );
}

/** Writes every change of OTR's status with the night that saw it. */
export async function writePurchaseChanges(
  tx: Tx,
  cast: Cast,
  batches: readonly BatchPlan[],
  runs: readonly SyncRunPlan[],
): Promise<void> {
  const invoices = batches.flatMap((batch) => batch.invoices);
  await insertMany(
    tx,
    purchaseStatusChanges,
    invoices.flatMap((invoice) => changeRows(cast, invoice, runs)),
  );
}

function changeRows(cast: Cast, { id, purchase }: BatchInvoicePlan, runs: readonly SyncRunPlan[]) {
  return purchase.map(({ daysAgo, code }, index) => {
    const { id: syncRunId, finishedAt } = runOf(daysAgo, runs);
    return {
      companyId: cast.scope.companyId,
      id: idAt("change", finishedAt),
      batchInvoiceId: id,
      syncRunId,
      fromCode: purchase[index - 1]?.code ?? null,
      toCode: code,
      changedAt: finishedAt,
      createdAt: finishedAt,
    };
  });
}
