import { and, asc, desc, eq, gt, ilike, or, type SQL, sql } from "drizzle-orm";
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
import type { BatchId, BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { countOf, invoiceFilterSql, needsYouSql, syncer } from "./factoring-report-parts.ts";

export type InvoiceReportRow = Awaited<ReturnType<typeof listInvoiceReport>>[number];

type Page = {
  batchId: BatchId;
  filter: InvoiceFilter;
  search: string | undefined;
  after: { rank: number; id: BatchInvoiceId } | undefined;
  limit: number;
};

/** A page of a batch's invoices: those that need a person first, then in the order of submission. */
export function listInvoiceReport(
  tx: Tx,
  scope: CompanyScope,
  { batchId, filter, search, after, limit }: Page,
) {
  const rank = sql<number>`case when ${needsYouSql(tx)} then 0 else 1 end`;
  const lastChange = lastChangeOf(tx);
  const resent = resentIn(tx);
  return tx
    .select({
      id: batchInvoices.id,
      rank: rank.as("rank"),
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
      needsReviewSince: batchInvoices.needsReviewSince,
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
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.batchId, batchId),
        filter === "all" ? undefined : invoiceFilterSql(tx, filter),
        search ? matches(search) : undefined,
        after
          ? sql`(${rank}, ${batchInvoices.id}) > (${after.rank}, ${sql.param(after.id, batchInvoices.id)})`
          : undefined,
      ),
    )
    .orderBy(asc(rank), asc(batchInvoices.id))
    .limit(limit);
}

/** The number on each chip above a batch's invoices. */
export async function countInvoicesByFilter(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
): Promise<Record<InvoiceFilter, number>> {
  const [row] = await tx
    .select({
      all: countOf(tx, "all"),
      needs_you: countOf(tx, "needs_you"),
      failed: countOf(tx, "failed"),
      underway: countOf(tx, "underway"),
      open: countOf(tx, "open"),
      financed: countOf(tx, "financed"),
    } satisfies Record<InvoiceFilter, SQL>)
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.batchId, batchId)));
  return row ?? { all: 0, needs_you: 0, failed: 0, underway: 0, open: 0, financed: 0 };
}

function matches(search: string): SQL | undefined {
  const part = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(batchInvoices.loadNumber, part),
    ilike(batchInvoices.invoiceNumber, part),
    ilike(batchInvoices.poNumber, part),
    ilike(customers.name, part),
    eq(batchInvoices.mcNumber, search),
  );
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
