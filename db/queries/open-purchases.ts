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
import { anyOf } from "./any-of.ts";
import { insertMany } from "./insert-many.ts";
import { updateMany } from "./update-many.ts";

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

/** What OTR was last seen to say of an invoice, and what a sync writes when that has changed. */
const stateColumns = {
  purchaseCode: batchInvoices.purchaseCode,
  purchaseRaw: batchInvoices.purchaseRaw,
  purchaseModifiedRaw: batchInvoices.purchaseModifiedRaw,
  purchaseChangedAt: batchInvoices.purchaseChangedAt,
  purchaseOpen: batchInvoices.purchaseOpen,
  fundedAt: batchInvoices.fundedAt,
  purchaseError: batchInvoices.purchaseError,
  purchaseErrorAt: batchInvoices.purchaseErrorAt,
};

export type OpenPurchase = Awaited<ReturnType<typeof listOpenPurchases>>[number];

/** A page of one login's invoices that are neither funded nor final, by id, with what is known of them (R31). */
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
      amountCents: batchInvoices.amountCents,
      withdrawnAt: batchInvoices.withdrawnAt,
      ...stateColumns,
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

export type LockedPurchase = Awaited<ReturnType<typeof lockPurchases>>[number];

/** Invoices as last read, locked until the transaction ends, always in the order of their ids. */
export function lockPurchases(tx: Tx, scope: CompanyScope, ids: BatchInvoiceId[]) {
  return tx
    .select({
      id: batchInvoices.id,
      batchId: batchInvoices.batchId,
      loadId: batchInvoices.loadId,
      amountCents: batchInvoices.amountCents,
      withdrawnAt: batchInvoices.withdrawnAt,
      ...stateColumns,
    })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), anyOf(batchInvoices.id, "binv", ids)))
    .orderBy(asc(batchInvoices.id))
    .for("update");
}

export type PurchaseState = Pick<LockedPurchase, keyof typeof stateColumns>;

/** Writes what OTR says of locked invoices now. */
export async function updatePurchases(
  tx: Tx,
  scope: CompanyScope,
  changes: readonly ({ id: BatchInvoiceId } & PurchaseState)[],
): Promise<void> {
  const rows = changes.map((change) => ({
    companyId: scope.companyId,
    id: change.id,
    purchaseCode: change.purchaseCode,
    purchaseRaw: change.purchaseRaw,
    purchaseModifiedRaw: change.purchaseModifiedRaw,
    purchaseChangedAt: change.purchaseChangedAt,
    purchaseOpen: change.purchaseOpen,
    fundedAt: change.fundedAt,
    purchaseError: change.purchaseError,
    purchaseErrorAt: change.purchaseErrorAt,
  }));
  await updateMany(tx, batchInvoices, rows);
}

type StatusChange = {
  batchInvoiceId: BatchInvoiceId;
  syncRunId: SyncRunId;
  fromCode: number | null;
  toCode: number | null;
  changedAt: Date;
};

/** Adds changes of OTR's status to the history of their invoices. */
export async function insertPurchaseChanges(
  tx: Tx,
  scope: CompanyScope,
  changes: readonly StatusChange[],
): Promise<void> {
  const { companyId } = scope;
  const rows = changes.map((change) => ({ ...change, companyId, id: newId("change") }));
  await insertMany(tx, purchaseStatusChanges, rows);
}
