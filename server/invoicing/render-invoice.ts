import { Sheet } from "#server/documents/sheet/sheet.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { printCharges, printShipment } from "./print-charges.ts";
import { printLetterhead, printParties } from "./print-head.ts";
import { printFooterNote, printNotice, printPayment } from "./print-texts.ts";

/**
 * The invoice as a PDF of one or more Letter pages: letterhead, bill-to, numbers, lane, charges, remit-to and Notice
 * of Assignment (R5, R19). Pure: the same facts give the same bytes.
 */
export async function renderInvoice(invoice: InvoicePrint): Promise<Uint8Array> {
  const sheet = await Sheet.open({
    title: `Invoice ${invoice.invoiceNumber}`,
    author: invoice.carrier.name,
    madeOn: invoice.invoiceDate,
  });
  printLetterhead(sheet, invoice);
  printParties(sheet, invoice);
  printShipment(sheet, invoice);
  printCharges(sheet, invoice);
  printPayment(sheet, invoice);
  printNotice(sheet, invoice);
  printFooterNote(sheet, invoice);
  return sheet.finish(`${invoice.carrier.name}  ·  Invoice ${invoice.invoiceNumber}`);
}
