import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, purchaseStatusChanges } from "#db/schema/index.ts";
import {
  type BatchId,
  type BatchInvoiceId,
  type IntegrationId,
  newId,
  type SyncRunId,
} from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type OpenIn = { batchId: BatchId | null };

/** The OTR logins that have invoices a sync should ask about, of one batch or of the company. */
export async function listLoginsWithOpenPurchases(
  tx: Tx,
  scope: CompanyScope,
  { batchId }: OpenIn,
): Promise<IntegrationId[]> {
  const rows = await tx
    .selectDistinct({ id: batchInvoices.integrationId })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        batchId ? eq(batchInvoices.batchId, batchId) : undefined,
        eq(batchInvoices.purchaseOpen, true),
      ),
    );
  return rows.map(({ id }) => id);
}

export type OpenPurchase = Awaited<ReturnType<typeof listOpenPurchases>>[number];

/** A page of one login's invoices that are neither funded nor final, by id (R31). */
export async function listOpenPurchases(
  tx: Tx,
  scope: CompanyScope,
  page: OpenIn & { integrationId: IntegrationId; after: BatchInvoiceId | null; pageSize: number },
) {
  const rows = await tx
    .select({
      id: batchInvoices.id,
      batchId: batchInvoices.batchId,
      loadId: batchInvoices.loadId,
      invoiceNumber: batchInvoices.invoiceNumber,
      otrInvoicePkey: batchInvoices.otrInvoicePkey,
    })
    .from(batchInvoices)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.integrationId, page.integrationId),
        page.batchId ? eq(batchInvoices.batchId, page.batchId) : undefined,
        eq(batchInvoices.purchaseOpen, true),
        isNotNull(batchInvoices.otrInvoicePkey),
        page.after ? gt(batchInvoices.id, page.after) : undefined,
      ),
    )
    .orderBy(asc(batchInvoices.id))
    .limit(page.pageSize);
  return rows.flatMap(({ otrInvoicePkey, ...row }) =>
    otrInvoicePkey === null ? [] : { ...row, otrInvoicePkey },
  );
}

/** One invoice as last read, locked until the transaction ends. */
export async function lockPurchase(tx: Tx, scope: CompanyScope, id: BatchInvoiceId) {
  const [row] = await tx
    .select({
      purchaseOpen: batchInvoices.purchaseOpen,
      purchaseCode: batchInvoices.purchaseCode,
      purchaseRaw: batchInvoices.purchaseRaw,
      purchaseModifiedRaw: batchInvoices.purchaseModifiedRaw,
      purchaseError: batchInvoices.purchaseError,
      amountCents: batchInvoices.amountCents,
      withdrawnAt: batchInvoices.withdrawnAt,
    })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.id, id)))
    .for("update");
  return row;
}

type StatusChange = {
  batchInvoiceId: BatchInvoiceId;
  syncRunId: SyncRunId;
  fromCode: number | null;
  toCode: number | null;
  changedAt: Date;
};

/** Adds a change of OTR's status to the invoice's history. */
export async function insertPurchaseChange(tx: Tx, scope: CompanyScope, change: StatusChange): Promise<void> {
  await tx
    .insert(purchaseStatusChanges)
    .values({ ...change, companyId: scope.companyId, id: newId("change") });
}
