import type { Tx } from "#db/client.ts";
import { insertDocument } from "#db/queries/documents.ts";
import { insertInvoice } from "#db/queries/invoices.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { openPdf } from "#server/documents/open-pdf.ts";
import { putFile } from "#server/documents/storage.ts";
import { type Id, type InvoiceId, type LoadId, newId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import { notify } from "#server/live/notify.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { renderInvoice } from "./render-invoice.ts";

type NewInvoice = {
  loadId: LoadId;
  print: InvoicePrint;
  /** The version of the Notice of Assignment that it prints. */
  noticeOfAssignmentId: Id<"info"> | null;
  now: Date;
};

/** Prints an invoice, stores the PDF and writes down what it says, with audit and notice; returns its id. */
export async function writeInvoice(
  tx: Tx,
  actor: Actor,
  { loadId, print, noticeOfAssignmentId, now }: NewInvoice,
): Promise<InvoiceId> {
  const { scope, userId } = actor;
  const { invoiceNumber, invoiceDate, billTo, lines, remitTo, paymentTerms, footer } = print;
  const bytes = await renderInvoice(print);
  const file = await putFile(scope, bytes);
  const [id, documentId] = [newId("invoice"), newId("document")];
  await insertDocument(tx, scope, {
    ...file,
    id: documentId,
    loadId,
    kind: "invoice",
    fileName: `Invoice ${invoiceNumber}.pdf`,
    contentType: "application/pdf",
    pageCount: (await openPdf(bytes)).getPageCount(),
    createdBy: userId,
    createdAt: now,
  });
  const amountCents = sumCents(lines.map((line) => line.amountCents));
  await insertInvoice(tx, scope, {
    ...{ id, loadId, invoiceNumber, invoiceDate, amountCents, noticeOfAssignmentId, documentId },
    snapshot: { billTo, lines, remitTo, paymentTerms, footer },
    createdBy: userId,
    createdAt: now,
  });
  await recordAudit(tx, scope, {
    action: "invoice.created",
    subject: id,
    at: now,
    by: actor,
    data: { loadId, invoiceNumber, amountCents, documentId, sha256: file.sha256 },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return id;
}
