import { and, asc, desc, eq, inArray, isNotNull, min, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  integrations,
  purchaseStatusChanges,
  submissionAttempts,
  syncRuns,
  users,
} from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId, SyncRunId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The nightly run of the latest night; undefined before the first. */
export async function findLastNightlyRun(tx: Tx, scope: CompanyScope) {
  const [run] = await tx
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.companyId, scope.companyId), isNotNull(syncRuns.nightOf)))
    .orderBy(desc(syncRuns.nightOf))
    .limit(1);
  return run?.nightOf ? { ...run, nightOf: run.nightOf } : undefined;
}

/** Since when the company has had a usable OTR login; null when it has none. */
export async function findConnectedSince(tx: Tx, scope: CompanyScope): Promise<Date | null> {
  const [row] = await tx
    .select({ since: min(integrations.savedAt) })
    .from(integrations)
    .where(
      and(
        eq(integrations.companyId, scope.companyId),
        inArray(integrations.status, ["active", "unverified"]),
      ),
    );
  return row?.since ?? null;
}

/** A run by its id, with the name of who started it. */
export async function findSyncRunAndStarter(tx: Tx, scope: CompanyScope, syncRunId: SyncRunId) {
  const [row] = await tx
    .select({ run: syncRuns, byName: users.name })
    .from(syncRuns)
    .leftJoin(users, eq(users.id, syncRuns.startedBy))
    .where(and(eq(syncRuns.companyId, scope.companyId), eq(syncRuns.id, syncRunId)));
  return row;
}

/** How many invoices of one batch changed their OTR status in a run. */
export async function countChangesInBatch(
  tx: Tx,
  scope: CompanyScope,
  ids: { batchId: BatchId; syncRunId: SyncRunId },
): Promise<number> {
  const [row] = await tx
    .select({ changed: sql<number>`count(distinct ${purchaseStatusChanges.batchInvoiceId})::int` })
    .from(batchInvoices)
    .innerJoin(
      purchaseStatusChanges,
      and(
        eq(purchaseStatusChanges.companyId, batchInvoices.companyId),
        eq(purchaseStatusChanges.batchInvoiceId, batchInvoices.id),
      ),
    )
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.batchId, ids.batchId),
        eq(purchaseStatusChanges.syncRunId, ids.syncRunId),
      ),
    );
  return row?.changed ?? 0;
}

/** The last calls to OTR for one invoice, oldest first; at most 200. */
export async function listAttempts(tx: Tx, scope: CompanyScope, batchInvoiceId: BatchInvoiceId) {
  const latest = await tx
    .select()
    .from(submissionAttempts)
    .where(
      and(
        eq(submissionAttempts.companyId, scope.companyId),
        eq(submissionAttempts.batchInvoiceId, batchInvoiceId),
      ),
    )
    .orderBy(desc(submissionAttempts.id))
    .limit(200);
  return latest.toReversed();
}

/** Every change of OTR's status of one invoice with the run that saw it, oldest first; at most 200. */
export function listPurchaseChanges(tx: Tx, scope: CompanyScope, batchInvoiceId: BatchInvoiceId) {
  return tx
    .select({
      id: purchaseStatusChanges.id,
      fromCode: purchaseStatusChanges.fromCode,
      toCode: purchaseStatusChanges.toCode,
      changedAt: purchaseStatusChanges.changedAt,
      trigger: syncRuns.trigger,
      byName: users.name,
    })
    .from(purchaseStatusChanges)
    .innerJoin(
      syncRuns,
      and(
        eq(syncRuns.companyId, purchaseStatusChanges.companyId),
        eq(syncRuns.id, purchaseStatusChanges.syncRunId),
      ),
    )
    .leftJoin(users, eq(users.id, syncRuns.startedBy))
    .where(
      and(
        eq(purchaseStatusChanges.companyId, scope.companyId),
        eq(purchaseStatusChanges.batchInvoiceId, batchInvoiceId),
      ),
    )
    .orderBy(asc(purchaseStatusChanges.id))
    .limit(200);
}
