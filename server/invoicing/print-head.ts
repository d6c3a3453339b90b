import { INK } from "#server/documents/sheet/look.ts";
import type { Sheet } from "#server/documents/sheet/sheet.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { printAddress, printDate } from "./print-words.ts";

/** The carrier's letterhead on the left, the word Invoice on the right. */
export function printLetterhead(sheet: Sheet, { carrier, invoiceNumber }: InvoicePrint): void {
  const registrations = [
    carrier.usdotNumber ? `USDOT ${carrier.usdotNumber}` : "",
    carrier.mcNumber ? `MC ${carrier.mcNumber}` : "",
  ].filter((part) => part !== "");
  sheet.text("INVOICE", sheet.right, sheet.y, { size: 22, bold: true, ink: INK.brand, align: "right" });
  sheet.text(`No. ${invoiceNumber}`, sheet.right, sheet.y + 28, { size: 11, align: "right" });
  const name = sheet.wrap(carrier.name, sheet.width - 170, { size: 16, bold: true });
  let y = sheet.lines(name, sheet.left, sheet.y, { size: 16, bold: true, leading: 1.2 });
  y = sheet.lines([...printAddress(carrier), registrations.join("  ·  ")], sheet.left, y + 4, {
    size: 9,
    ink: INK.muted,
  });
  sheet.y = Math.max(y, sheet.y + 44) + 10;
  sheet.rule(sheet.y, INK.brand, 1.5);
  sheet.y += 20;
}

/** Who pays, and the numbers their desk looks the invoice up by. */
export function printParties(sheet: Sheet, invoice: InvoicePrint): void {
  const factsLeft = sheet.left + 290;
  const billTo = [
    ...sheet.wrap(invoice.billTo.name, 260, { size: 11, bold: true }).map((text) => ({ text, bold: true })),
    ...printAddress(invoice.billTo).map((text) => ({ text, bold: false })),
  ];
  sheet.text("BILL TO", sheet.left, sheet.y, { size: 7.5, bold: true, ink: INK.muted });
  let left = sheet.y + 14;
  for (const { text, bold } of billTo) left = sheet.lines([text], sheet.left, left, { size: 10.5, bold });

  let right = sheet.y;
  for (const [label, value] of factsOf(invoice)) {
    sheet.text(label, factsLeft, right, { size: 9.5, ink: INK.muted });
    sheet.text(value, sheet.right, right, { size: 9.5, bold: true, align: "right" });
    right += 16;
  }
  sheet.y = Math.max(left, right) + 18;
}

function factsOf(invoice: InvoicePrint): [label: string, value: string][] {
  const facts: [string, string][] = [
    ["Invoice number", invoice.invoiceNumber],
    ["Invoice date", printDate(invoice.invoiceDate)],
    ["Load number", invoice.loadNumber],
    ["PO / reference", invoice.poNumber],
  ];
  return facts.filter(([, value]) => value !== "");
}
