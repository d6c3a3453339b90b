import { and, desc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, subsidiaries, syncRuns, users } from "#db/schema/index.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { countOf, syncer } from "./factoring-report-parts.ts";

export type BatchReportRow = Awaited<ReturnType<typeof selectBatchRows>>[number];

/** Batches by their ids, newest first, with the counts of their invoices and their last sync. */
export function selectBatchRows(tx: Tx, scope: CompanyScope, ids: BatchId[]) {
  const counts = countsOf(tx);
  const lastRun = lastRunOf(tx);
  return tx
    .select({
      id: factoringBatches.id,
      number: factoringBatches.batchNumber,
      subsidiaryName: subsidiaries.name,
      usdotNumber: factoringBatches.usdotNumber,
      submittedAt: factoringBatches.submittedAt,
      submittedByName: users.name,
      invoiceCount: factoringBatches.invoiceCount,
      totalCents: factoringBatches.totalCents,
      lastSyncRunId: factoringBatches.lastSyncRunId,
      lastSyncedAt: factoringBatches.lastSyncedAt,
      lastSyncTrigger: lastRun.trigger,
      lastSyncBy: lastRun.byName,
      syncing: isSyncing(tx),
      accepted: counts.accepted,
      failed: counts.failed,
      underway: counts.underway,
      financed: counts.financed,
      open: counts.open,
      needsYou: counts.needsYou,
      financedCents: counts.financedCents,
    })
    .from(factoringBatches)
    .innerJoin(
      subsidiaries,
      and(
        eq(subsidiaries.companyId, factoringBatches.companyId),
        eq(subsidiaries.id, factoringBatches.subsidiaryId),
      ),
    )
    .leftJoin(users, eq(users.id, factoringBatches.submittedBy))
    .innerJoinLateral(counts, sql`true`)
    .leftJoinLateral(lastRun, sql`true`)
    .where(and(eq(factoringBatches.companyId, scope.companyId), inArray(factoringBatches.id, ids)))
    .orderBy(desc(factoringBatches.batchNumber));
}

function countsOf(tx: Tx) {
  const financedCents = sql`sum(${batchInvoices.amountCents}) filter (where ${batchInvoices.fundedAt} is not null)`;
  return tx
    .select({
      accepted: sql<number>`(count(*) filter (where ${batchInvoices.state} = 'accepted'))::int`.as(
        "accepted",
      ),
      failed: countOf("failed").as("failed"),
      underway: countOf("underway").as("underway"),
      financed: countOf("financed").as("financed"),
      open: countOf("open").as("open"),
      needsYou: countOf("needs_you").as("needs_you"),
      financedCents: sql`coalesce(${financedCents}, 0)`.mapWith(Number).as("financed_cents"),
    })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, factoringBatches.companyId),
        eq(batchInvoices.batchId, factoringBatches.id),
      ),
    )
    .as("counts");
}

function lastRunOf(tx: Tx) {
  return tx
    .select({ trigger: syncRuns.trigger, byName: syncer.name })
    .from(syncRuns)
    .leftJoin(syncer, eq(syncer.id, syncRuns.startedBy))
    .where(
      and(
        eq(syncRuns.companyId, factoringBatches.companyId),
        eq(syncRuns.id, factoringBatches.lastSyncRunId),
      ),
    )
    .as("last_run");
}

function isSyncing(tx: Tx): SQL<boolean> {
  const running = tx
    .select({ one: sql`1` })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.companyId, factoringBatches.companyId),
        eq(syncRuns.batchId, factoringBatches.id),
        isNull(syncRuns.finishedAt),
      ),
    );
  return sql<boolean>`${exists(running)}`;
}
