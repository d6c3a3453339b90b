import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, integrations } from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId, IntegrationId, LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { otrLoginColumns } from "./integrations.ts";
import { isLive } from "./live-submission.ts";

export type BatchInvoice = typeof batchInvoices.$inferSelect;

/** The invoices of a batch that have failed, for the answer to a repeated request. */
export function listFailedInvoices(tx: Tx, scope: CompanyScope, batchId: BatchId) {
  return tx
    .select({ loadId: batchInvoices.loadId, reason: batchInvoices.failureReason })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.batchId, batchId),
        eq(batchInvoices.state, "failed"),
      ),
    );
}

/** How many invoices a batch has. */
export async function countBatchInvoices(tx: Tx, scope: CompanyScope, batchId: BatchId): Promise<number> {
  return tx.$count(
    batchInvoices,
    and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.batchId, batchId)),
  );
}

type QueuedInvoice = { id: BatchInvoiceId; integrationId: IntegrationId; round: number };

/** The next page of a batch's invoices that have not begun, by id. */
export function listPendingInvoices(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
  after: BatchInvoiceId | null,
  pageSize: number,
): Promise<QueuedInvoice[]> {
  return tx
    .select({ id: batchInvoices.id, integrationId: batchInvoices.integrationId, round: batchInvoices.round })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.batchId, batchId),
        eq(batchInvoices.state, "pending"),
        after ? gt(batchInvoices.id, after) : undefined,
      ),
    )
    .orderBy(asc(batchInvoices.id))
    .limit(pageSize);
}

export type Submission = NonNullable<Awaited<ReturnType<typeof lockSubmission>>>;

/** One invoice with all that a call to OTR about it needs, locked until the transaction ends. */
export async function lockSubmission(tx: Tx, scope: CompanyScope, id: BatchInvoiceId) {
  const [row] = await tx
    .select({
      invoice: batchInvoices,
      usdotNumber: factoringBatches.usdotNumber,
      login: otrLoginColumns,
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
      integrations,
      and(
        eq(integrations.companyId, batchInvoices.companyId),
        eq(integrations.id, batchInvoices.integrationId),
      ),
    )
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.id, id)))
    .for("update", { of: batchInvoices });
  return row;
}

/** One invoice's row, unlocked; undefined when the company has none of that id. */
export async function findBatchInvoice(
  tx: Tx,
  scope: CompanyScope,
  id: BatchInvoiceId,
): Promise<BatchInvoice | undefined> {
  const [row] = await tx
    .select()
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.id, id)));
  return row;
}

/** The id of the load's one live submission: underway, accepted, or existing at OTR, and not taken back (R27). */
export async function findLiveSubmission(
  tx: Tx,
  scope: CompanyScope,
  loadId: LoadId,
): Promise<BatchInvoiceId | undefined> {
  const [row] = await tx
    .select({ id: batchInvoices.id })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.loadId, loadId),
        isLive(batchInvoices),
      ),
    );
  return row?.id;
}

/** True when another invoice of the company already carries this id of OTR's. */
export async function isPkeyTaken(
  tx: Tx,
  scope: CompanyScope,
  otrInvoicePkey: number,
  by: BatchInvoiceId,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: batchInvoices.id })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.otrInvoicePkey, otrInvoicePkey),
        isNull(batchInvoices.withdrawnAt),
        ne(batchInvoices.id, by),
      ),
    );
  return row !== undefined;
}

export type InvoiceChange = Partial<
  Omit<typeof batchInvoices.$inferInsert, "companyId" | "id" | "batchId" | "loadId">
>;

/** Writes what has become of an invoice. */
export async function updateBatchInvoice(
  tx: Tx,
  scope: CompanyScope,
  id: BatchInvoiceId,
  change: InvoiceChange,
): Promise<void> {
  await tx
    .update(batchInvoices)
    .set(change)
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.id, id)));
}
