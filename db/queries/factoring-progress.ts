import { and, asc, desc, eq, gt, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers, factoringBatches, users } from "#db/schema/index.ts";
import type { BatchId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

// Written out as in the partial index that serves it.
const isUnderway = sql`${batchInvoices.state} in ('pending', 'sending', 'invoice_created', 'document_attached', 'unknown')`;

const countWhere = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);

/** Batches of the subsidiary that still work, and those submitted after `since`, newest first, with their counts (R26). */
export function listRunningBatches(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId, since: Date) {
  const working = tx
    .selectDistinct({ id: batchInvoices.batchId })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.subsidiaryId, subsidiaryId),
        isUnderway,
        sql`${batchInvoices.needsReviewSince} is null`,
      ),
    );
  const recent = tx
    .select({ id: factoringBatches.id })
    .from(factoringBatches)
    .where(
      and(
        eq(factoringBatches.companyId, scope.companyId),
        eq(factoringBatches.subsidiaryId, subsidiaryId),
        gt(factoringBatches.submittedAt, since),
      ),
    );
  return tx
    .select({
      id: factoringBatches.id,
      number: factoringBatches.batchNumber,
      submittedAt: factoringBatches.submittedAt,
      submittedByName: users.name,
      invoiceCount: factoringBatches.invoiceCount,
      totalCents: factoringBatches.totalCents,
      waiting: countWhere(sql`${batchInvoices.state} in ('pending', 'sending')`),
      created: countWhere(sql`${batchInvoices.state} = 'invoice_created'`),
      attached: countWhere(sql`${batchInvoices.state} = 'document_attached'`),
      accepted: countWhere(sql`${batchInvoices.state} = 'accepted'`),
      checking: countWhere(
        sql`${batchInvoices.state} = 'unknown' and ${batchInvoices.needsReviewSince} is null`,
      ),
      failed: countWhere(
        sql`${batchInvoices.state} = 'failed' or ${batchInvoices.needsReviewSince} is not null`,
      ),
    })
    .from(factoringBatches)
    .innerJoin(
      batchInvoices,
      and(
        eq(batchInvoices.companyId, factoringBatches.companyId),
        eq(batchInvoices.batchId, factoringBatches.id),
      ),
    )
    .leftJoin(users, eq(users.id, factoringBatches.submittedBy))
    .where(
      and(
        eq(factoringBatches.companyId, scope.companyId),
        // As an array, they are looked up; as a set, all batches of the company are read beside it.
        sql`${factoringBatches.id} = any(array(${union(working, recent)}))`,
      ),
    )
    .groupBy(factoringBatches.companyId, factoringBatches.id, users.name)
    .orderBy(desc(factoringBatches.id))
    .limit(10);
}

// What a person watches first: trouble, then what moves, then what waits, then what is done.
const attentionRank = sql`case
  when ${batchInvoices.state} = 'failed' or ${batchInvoices.needsReviewSince} is not null then 0
  when ${batchInvoices.state} = 'unknown' then 1
  when ${batchInvoices.state} in ('sending', 'invoice_created', 'document_attached') then 2
  when ${batchInvoices.state} = 'pending' then 3
  else 4 end`;

/** The batch's invoices with where each stands, trouble first, at most `limit`. */
export function listBatchProgress(tx: Tx, scope: CompanyScope, batchId: BatchId, limit: number) {
  return tx
    .select({
      batchInvoiceId: batchInvoices.id,
      subsidiaryId: batchInvoices.subsidiaryId,
      usdotNumber: factoringBatches.usdotNumber,
      loadId: batchInvoices.loadId,
      loadNumber: batchInvoices.loadNumber,
      invoiceNumber: batchInvoices.invoiceNumber,
      poNumber: batchInvoices.poNumber,
      amountCents: batchInvoices.amountCents,
      customerId: batchInvoices.customerId,
      customerName: customers.name,
      mcNumber: batchInvoices.mcNumber,
      state: batchInvoices.state,
      failureReason: batchInvoices.failureReason,
      failureDetail: batchInvoices.failureDetail,
      otrInvoicePkey: batchInvoices.otrInvoicePkey,
      needsReviewSince: batchInvoices.needsReviewSince,
    })
    .from(batchInvoices)
    .innerJoin(
      factoringBatches,
      and(
        eq(factoringBatches.companyId, batchInvoices.companyId),
        eq(factoringBatches.id, batchInvoices.batchId),
      ),
    )
    .innerJoin(
      customers,
      and(eq(customers.companyId, batchInvoices.companyId), eq(customers.id, batchInvoices.customerId)),
    )
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.batchId, batchId)))
    .orderBy(attentionRank, asc(batchInvoices.id))
    .limit(limit);
}
