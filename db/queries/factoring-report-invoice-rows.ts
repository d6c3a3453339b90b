import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  customers,
  factoringBatches,
  loads,
  purchaseStatusChanges,
  syncRuns,
} from "#db/schema/index.ts";
import { needsYouSql, syncer } from "./factoring-report-parts.ts";

/** 0 for an invoice that needs a person, 1 for the others: the order of a batch's invoices. */
export function rankOf(tx: Tx): SQL<number> {
  return sql<number>`case when ${needsYouSql(tx)} then 0 else 1 end`;
}

/**
 * Invoices of batches with their load's status, the run that last changed them, and the batch they went out in again;
 * those that need a person first. The page is cut before the rest is looked up, so a batch of thousands costs no more.
 */
export function selectInvoiceRows(tx: Tx, conditions: SQL | undefined, limit: number) {
  const page = cutPage(tx, conditions, limit);
  const lastChange = lastChangeOf(tx);
  const resent = resentIn(tx);
  return tx
    .select({
      id: batchInvoices.id,
      batchId: batchInvoices.batchId,
      subsidiaryId: batchInvoices.subsidiaryId,
      rank: page.rank,
      loadId: batchInvoices.loadId,
      loadNumber: batchInvoices.loadNumber,
      invoiceNumber: batchInvoices.invoiceNumber,
      invoiceDate: batchInvoices.invoiceDate,
      customerId: batchInvoices.customerId,
      customerName: customers.name,
      poNumber: batchInvoices.poNumber,
      mcNumber: batchInvoices.mcNumber,
      amountCents: batchInvoices.amountCents,
      state: batchInvoices.state,
      stateChangedAt: batchInvoices.stateChangedAt,
      acceptedAt: batchInvoices.acceptedAt,
      loadStatus: loads.status,
      purchaseCode: batchInvoices.purchaseCode,
      purchaseRaw: batchInvoices.purchaseRaw,
      purchaseOpen: batchInvoices.purchaseOpen,
      purchaseChangedAt: batchInvoices.purchaseChangedAt,
      fundedAt: batchInvoices.fundedAt,
      failureReason: batchInvoices.failureReason,
      failureDetail: batchInvoices.failureDetail,
      purchaseError: batchInvoices.purchaseError,
      purchaseErrorAt: batchInvoices.purchaseErrorAt,
      atOtr: sql<boolean>`${batchInvoices.otrInvoicePkey} is not null`,
      needsReviewSince: batchInvoices.needsReviewSince,
      documentId: batchInvoices.documentId,
      documentSha256: batchInvoices.documentSha256,
      changeTrigger: lastChange.trigger,
      changeByName: lastChange.byName,
      resentBatchId: resent.batchId,
      resentBatchNumber: resent.number,
    })
    .from(page)
    .innerJoin(batchInvoices, and(eq(batchInvoices.companyId, page.companyId), eq(batchInvoices.id, page.id)))
    .innerJoin(loads, and(eq(loads.companyId, batchInvoices.companyId), eq(loads.id, batchInvoices.loadId)))
    .innerJoin(
      customers,
      and(eq(customers.companyId, batchInvoices.companyId), eq(customers.id, batchInvoices.customerId)),
    )
    .leftJoinLateral(lastChange, sql`true`)
    .leftJoinLateral(resent, sql`true`)
    .orderBy(asc(page.rank), asc(page.id));
}

function cutPage(tx: Tx, conditions: SQL | undefined, limit: number) {
  const rank = rankOf(tx);
  return tx
    .select({ companyId: batchInvoices.companyId, id: batchInvoices.id, rank: rank.as("rank") })
    .from(batchInvoices)
    .innerJoin(
      customers,
      and(eq(customers.companyId, batchInvoices.companyId), eq(customers.id, batchInvoices.customerId)),
    )
    .where(conditions)
    .orderBy(asc(rank), asc(batchInvoices.id))
    .limit(limit)
    .as("page");
}

/** The run that last changed an invoice's OTR status. */
function lastChangeOf(tx: Tx) {
  return tx
    .select({ trigger: syncRuns.trigger, byName: syncer.name })
    .from(purchaseStatusChanges)
    .innerJoin(
      syncRuns,
      and(
        eq(syncRuns.companyId, purchaseStatusChanges.companyId),
        eq(syncRuns.id, purchaseStatusChanges.syncRunId),
      ),
    )
    .leftJoin(syncer, eq(syncer.id, syncRuns.startedBy))
    .where(
      and(
        eq(purchaseStatusChanges.companyId, batchInvoices.companyId),
        eq(purchaseStatusChanges.batchInvoiceId, batchInvoices.id),
      ),
    )
    .orderBy(desc(purchaseStatusChanges.id))
    .limit(1)
    .as("last_change");
}

/** The latest batch in which the load of an invoice went out again. */
function resentIn(tx: Tx) {
  const resent = alias(batchInvoices, "resent");
  return tx
    .select({ batchId: factoringBatches.id, number: factoringBatches.batchNumber })
    .from(resent)
    .innerJoin(
      factoringBatches,
      and(eq(factoringBatches.companyId, resent.companyId), eq(factoringBatches.id, resent.batchId)),
    )
    .where(
      and(
        eq(resent.companyId, batchInvoices.companyId),
        eq(resent.loadId, batchInvoices.loadId),
        gt(resent.id, batchInvoices.id),
      ),
    )
    .orderBy(desc(resent.id))
    .limit(1)
    .as("resent_in");
}
