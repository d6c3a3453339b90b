import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  customers,
  documents,
  factoringBatches,
  invoices,
  loadLines,
  loadStatusChanges,
  loads,
  subsidiaries,
  users,
} from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** A load with its customer and subsidiary; undefined when the company has no such load. */
export async function findLoad(tx: Tx, scope: CompanyScope, id: LoadId) {
  const [row] = await tx
    .select({ load: loads, customer: customers, subsidiaryName: subsidiaries.name })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, loads.companyId), eq(subsidiaries.id, loads.subsidiaryId)),
    )
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.id, id)));
  return row;
}

/** The charges of a load in their order. */
export function listLoadLines(tx: Tx, scope: CompanyScope, id: LoadId) {
  return tx
    .select({ kind: loadLines.kind, description: loadLines.description, cents: loadLines.amountCents })
    .from(loadLines)
    .where(and(eq(loadLines.companyId, scope.companyId), eq(loadLines.loadId, id)))
    .orderBy(asc(loadLines.position));
}

/** The documents of a load that count now, oldest first. */
export function listLoadDocuments(tx: Tx, scope: CompanyScope, id: LoadId) {
  return tx
    .select({
      id: documents.id,
      kind: documents.kind,
      fileName: documents.fileName,
      pages: documents.pageCount,
      bytes: documents.byteSize,
    })
    .from(documents)
    .where(
      and(eq(documents.companyId, scope.companyId), eq(documents.loadId, id), isNull(documents.retiredAt)),
    )
    .orderBy(asc(documents.id));
}

/** The invoice of a load that counts now. */
export async function findCurrentInvoice(tx: Tx, scope: CompanyScope, id: LoadId) {
  const [row] = await tx
    .select()
    .from(invoices)
    .where(and(eq(invoices.companyId, scope.companyId), eq(invoices.loadId, id), isNull(invoices.voidedAt)));
  return row;
}

/** The latest submission of a load that was not taken back, with its batch; undefined when there is none. */
export async function findLatestSubmission(tx: Tx, scope: CompanyScope, id: LoadId) {
  const [row] = await tx
    .select({
      batchId: batchInvoices.batchId,
      batchNumber: factoringBatches.batchNumber,
      state: batchInvoices.state,
      isAtOtr: sql<boolean>`${batchInvoices.otrInvoicePkey} is not null`,
      needsReview: sql<boolean>`${batchInvoices.needsReviewSince} is not null`,
      isFunded: sql<boolean>`${batchInvoices.fundedAt} is not null`,
    })
    .from(batchInvoices)
    .innerJoin(
      factoringBatches,
      and(
        eq(factoringBatches.companyId, batchInvoices.companyId),
        eq(factoringBatches.id, batchInvoices.batchId),
      ),
    )
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.loadId, id),
        isNull(batchInvoices.withdrawnAt),
      ),
    )
    .orderBy(desc(batchInvoices.id))
    .limit(1);
  return row;
}

/** Every change of a load's status, newest first, at most 100. */
export function listLoadHistory(tx: Tx, scope: CompanyScope, id: LoadId) {
  return tx
    .select({
      from: loadStatusChanges.fromStatus,
      to: loadStatusChanges.toStatus,
      at: loadStatusChanges.changedAt,
      byName: users.name,
      reason: loadStatusChanges.reason,
    })
    .from(loadStatusChanges)
    .leftJoin(users, eq(users.id, loadStatusChanges.changedBy))
    .where(and(eq(loadStatusChanges.companyId, scope.companyId), eq(loadStatusChanges.loadId, id)))
    .orderBy(desc(loadStatusChanges.id))
    .limit(100);
}
