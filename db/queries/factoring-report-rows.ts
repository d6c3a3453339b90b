import { and, desc, eq, exists, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, subsidiaries, syncRuns, users } from "#db/schema/index.ts";
import { countOf, syncer } from "./factoring-report-parts.ts";

/**
 * Batches with the counts of their invoices and their last sync, newest first. The page is cut before anything is
 * joined, so that invoices are counted for the batches on it only.
 */
export function selectBatchRows(tx: Tx, conditions: SQL | undefined, limit: number) {
  const page = cutPage(tx, conditions, limit);
  const counts = countsOf(tx, page);
  const lastRun = lastRunOf(tx, page);
  return tx
    .select({
      id: page.id,
      number: page.batchNumber,
      subsidiaryName: subsidiaries.name,
      usdotNumber: page.usdotNumber,
      submittedAt: page.submittedAt,
      submittedByName: users.name,
      invoiceCount: page.invoiceCount,
      totalCents: page.totalCents,
      lastSyncRunId: page.lastSyncRunId,
      lastSyncedAt: page.lastSyncedAt,
      lastSyncTrigger: lastRun.trigger,
      lastSyncBy: lastRun.byName,
      syncing: isSyncing(tx, page),
      accepted: counts.accepted,
      failed: counts.failed,
      underway: counts.underway,
      financed: counts.financed,
      open: counts.open,
      needsYou: counts.needsYou,
      financedCents: counts.financedCents,
    })
    .from(page)
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, page.companyId), eq(subsidiaries.id, page.subsidiaryId)),
    )
    .leftJoin(users, eq(users.id, page.submittedBy))
    .innerJoinLateral(counts, sql`true`)
    .leftJoinLateral(lastRun, sql`true`)
    .orderBy(desc(page.batchNumber));
}

type Page = ReturnType<typeof cutPage>;

function cutPage(tx: Tx, conditions: SQL | undefined, limit: number) {
  return tx
    .select()
    .from(factoringBatches)
    .where(conditions)
    .orderBy(desc(factoringBatches.batchNumber))
    .limit(limit)
    .as("page");
}

function countsOf(tx: Tx, page: Page) {
  const financedCents = sql`sum(${batchInvoices.amountCents}) filter (where ${batchInvoices.fundedAt} is not null)`;
  return tx
    .select({
      accepted: sql<number>`(count(*) filter (where ${batchInvoices.state} = 'accepted'))::int`.as(
        "accepted",
      ),
      failed: countOf(tx, "failed").as("failed"),
      underway: countOf(tx, "underway").as("underway"),
      financed: countOf(tx, "financed").as("financed"),
      open: countOf(tx, "open").as("open"),
      needsYou: countOf(tx, "needs_you").as("needs_you"),
      financedCents: sql`coalesce(${financedCents}, 0)`.mapWith(Number).as("financed_cents"),
    })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, page.companyId), eq(batchInvoices.batchId, page.id)))
    .as("counts");
}

function lastRunOf(tx: Tx, page: Page) {
  return tx
    .select({ trigger: syncRuns.trigger, byName: syncer.name })
    .from(syncRuns)
    .leftJoin(syncer, eq(syncer.id, syncRuns.startedBy))
    .where(and(eq(syncRuns.companyId, page.companyId), eq(syncRuns.id, page.lastSyncRunId)))
    .as("last_run");
}

function isSyncing(tx: Tx, page: Page): SQL<boolean> {
  const running = tx
    .select({ one: sql`1` })
    .from(syncRuns)
    .where(
      and(eq(syncRuns.companyId, page.companyId), eq(syncRuns.batchId, page.id), isNull(syncRuns.finishedAt)),
    );
  return sql<boolean>`${exists(running)}`;
}
