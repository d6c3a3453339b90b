import type { InvoiceReportRow } from "#db/queries/factoring-report-invoice-rows.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import { invoiceNote } from "./rules/invoice-note.ts";
import { needsYou } from "./rules/needs-you.ts";
import type { Checked, InvoiceRow } from "./schemas.ts";

type Batch = { usdotNumber: string; lastSync: Checked | null };

/** An invoice of a batch as this reader gets it. OTR's id of it stays here: it could be guessed from (OTR §6.2). */
export function toInvoiceRow(row: InvoiceReportRow, batch: Batch, reader: Membership): InvoiceRow {
  const sentAgainIn =
    row.resentBatchId && row.resentBatchNumber
      ? { batchId: row.resentBatchId, number: row.resentBatchNumber }
      : null;
  const needsReview = row.needsReviewSince !== null;
  return {
    id: row.id,
    loadId: row.loadId,
    loadNumber: row.loadNumber,
    invoiceNumber: row.invoiceNumber,
    customerId: row.customerId,
    customerName: row.customerName,
    poNumber: row.poNumber,
    mcNumber: row.mcNumber,
    amountCents: row.amountCents,
    state: row.state,
    stateChangedAt: row.stateChangedAt.toISOString(),
    loadStatus: row.loadStatus,
    purchaseCode: row.purchaseCode,
    purchaseRaw: row.purchaseRaw,
    needsReview,
    withdrawn: row.withdrawnAt !== null,
    needsYou: needsYou({
      state: row.state,
      needsReview,
      purchaseCode: row.purchaseCode,
      withdrawn: row.withdrawnAt !== null,
      closedWithRemark: row.purchaseError !== null && !row.purchaseOpen,
      sentAgain: sentAgainIn !== null,
    }),
    note: invoiceNote(
      {
        ...row,
        needsReview,
        sentAgainIn: row.resentBatchNumber,
        detail: row.failureDetail,
        usdotNumber: batch.usdotNumber,
      },
      reader,
    ),
    sentAgainIn,
    checked: checkedOf(row, batch.lastSync),
    documentId: row.documentId,
    documentSha256: row.documentSha256,
  };
}

/**
 * When and by whom OTR was last asked: for an open invoice the batch's last sync, if it was accepted by then; for one
 * that is funded or final the run that saw it become so, since nobody asks again.
 */
function checkedOf(row: InvoiceReportRow, batchSync: Checked | null): Checked | null {
  if (row.purchaseOpen) {
    const wasAsked = batchSync && row.acceptedAt && row.acceptedAt.toISOString() <= batchSync.at;
    return wasAsked ? batchSync : null;
  }
  if (!row.purchaseChangedAt) return null;
  return {
    at: row.purchaseChangedAt.toISOString(),
    trigger: row.changeTrigger ?? "nightly",
    byName: row.changeByName,
  };
}
