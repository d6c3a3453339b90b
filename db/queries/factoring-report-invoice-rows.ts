import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
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
import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { syncer } from "./factoring-report-parts.ts";

export type InvoiceReportRow = Awaited<ReturnType<typeof selectInvoiceRows>>[number];

/** Invoices by their ids, in no order, with their load's status, the run that last changed them, and where they went out again. */
export function selectInvoiceRows(tx: Tx, scope: CompanyScope, ids: BatchInvoiceId[]) {
  const lastChange = lastChangeOf(tx);
  const resent = resentIn(tx);
  return tx
    .select({
      id: batchInvoices.id,
      batchId: batchInvoices.batchId,
      subsidiaryId: batchInvoices.subsidiaryId,
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
      withdrawnAt: batchInvoices.withdrawnAt,
      withdrawReason: batchInvoices.withdrawReason,
      documentId: batchInvoices.documentId,
      documentSha256: batchInvoices.documentSha256,
      changeTrigger: lastChange.trigger,
      changeByName: lastChange.byName,
      resentBatchId: resent.batchId,
      resentBatchNumber: resent.number,
    })
    .from(batchInvoices)
    .innerJoin(loads, and(eq(loads.companyId, batchInvoices.companyId), eq(loads.id, batchInvoices.loadId)))
    .innerJoin(
      customers,
      and(eq(customers.companyId, batchInvoices.companyId), eq(customers.id, batchInvoices.customerId)),
    )
    .leftJoinLateral(lastChange, sql`true`)
    .leftJoinLateral(resent, sql`true`)
    .where(and(eq(batchInvoices.companyId, scope.companyId), inArray(batchInvoices.id, ids)));
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
