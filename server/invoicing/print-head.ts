import { INK } from "#server/documents/sheet/look.ts";
import type { Sheet } from "#server/documents/sheet/sheet.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { printAddress, printDate } from "./print-words.ts";

const SMALL = { size: 9, ink: INK.muted } as const;
const BILL_TO_WIDTH = 260;
const VALUE_WIDTH = 140;

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
  const below = [...printAddress(carrier), registrations.join("  ·  ")];
  y = sheet.lines(
    below.flatMap((line) => sheet.wrap(line, sheet.width - 170, SMALL)),
    sheet.left,
    y + 4,
    SMALL,
  );
  sheet.y = Math.max(y, sheet.y + 44) + 10;
  sheet.rule(sheet.y, INK.brand, 1.5);
  sheet.y += 20;
}

/** Who pays, and the numbers their desk looks the invoice up by. */
export function printParties(sheet: Sheet, invoice: InvoicePrint): void {
  const factsLeft = sheet.left + 290;
  const name = { size: 10.5, bold: true } as const;
  const address = { size: 10.5 } as const;
  sheet.text("BILL TO", sheet.left, sheet.y, { size: 7.5, bold: true, ink: INK.muted });
  let left = sheet.lines(
    sheet.wrap(invoice.billTo.name, BILL_TO_WIDTH, name),
    sheet.left,
    sheet.y + 14,
    name,
  );
  for (const line of printAddress(invoice.billTo)) {
    left = sheet.lines(sheet.wrap(line, BILL_TO_WIDTH, address), sheet.left, left, address);
  }

  let right = sheet.y;
  const value = { size: 9.5, bold: true, align: "right" } as const;
  for (const [label, said] of factsOf(invoice)) {
    sheet.text(label, factsLeft, right, { size: 9.5, ink: INK.muted });
    right = sheet.lines(sheet.wrap(said, VALUE_WIDTH, value), sheet.right, right, value) + 3;
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
