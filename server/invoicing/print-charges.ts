import { INK } from "#server/documents/sheet/look.ts";
import type { Sheet } from "#server/documents/sheet/sheet.ts";
import { formatCents, sumCents } from "#server/kernel/money.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { printDate, printPlace, printQuantity } from "./print-words.ts";

const COLUMNS = [0, 156, 312, 412];
const COLUMN_WIDTH = 140;

/** The lane: where from, where to, when, how far, how heavy. */
export function printShipment(sheet: Sheet, invoice: InvoicePrint): void {
  const cells = [
    ["PICKUP", printPlace(invoice.origin), dateOrNothing(invoice.pickupOn)],
    ["DELIVERY", printPlace(invoice.destination), dateOrNothing(invoice.deliveredOn)],
    ["DISTANCE", printQuantity(invoice.miles, "mi"), ""],
    ["WEIGHT", printQuantity(invoice.weightLb, "lb"), ""],
  ] as const;
  const value = { size: 10.5, bold: true } as const;
  const columns = cells.map(([label, said, below], index) => ({
    ...{ label, below, x: sheet.left + 12 + (COLUMNS[index] ?? 0) },
    lines: sheet.wrap(said, COLUMN_WIDTH, value),
  }));
  const most = Math.max(...columns.map(({ lines }) => lines.length));
  const height = 44 + most * sheet.lineHeight(value);
  sheet.box(sheet.left, sheet.y, sheet.width, height, { fill: INK.fill });
  for (const { label, below, lines, x } of columns) {
    sheet.text(label, x, sheet.y + 10, { size: 7.5, bold: true, ink: INK.muted });
    const end = sheet.lines(lines, x, sheet.y + 23, value);
    sheet.text(below, x, end + 1, { size: 9, ink: INK.muted });
  }
  sheet.y += height + 20;
}

/** One row per charge, then what is due. The head is repeated where the table breaks over a page. */
export function printCharges(sheet: Sheet, { lines }: InvoicePrint): void {
  printTableHead(sheet);
  for (const line of lines) {
    const rows = sheet.wrap(line.description, sheet.width - 130);
    const height = rows.length * sheet.lineHeight({}) + 9;
    if (!sheet.fits(height)) {
      sheet.newPage();
      printTableHead(sheet);
    }
    sheet.lines(rows, sheet.left + 12, sheet.y + 5);
    sheet.text(formatCents(line.amountCents), sheet.right - 12, sheet.y + 5, { align: "right" });
    sheet.y += height;
    sheet.rule(sheet.y);
  }
  printTotal(sheet, formatCents(sumCents(lines.map((line) => line.amountCents))));
}

function printTableHead(sheet: Sheet): void {
  const type = { size: 7.5, bold: true, ink: INK.muted } as const;
  sheet.text("DESCRIPTION", sheet.left + 12, sheet.y, type);
  sheet.text("AMOUNT (USD)", sheet.right - 12, sheet.y, { ...type, align: "right" });
  sheet.y += 14;
  sheet.rule(sheet.y, INK.text);
}

function printTotal(sheet: Sheet, total: string): void {
  if (!sheet.fits(34)) sheet.newPage();
  sheet.text("Total due", sheet.right - 150, sheet.y + 12, { size: 12, bold: true, align: "right" });
  sheet.text(total, sheet.right - 12, sheet.y + 10, {
    size: 15,
    bold: true,
    ink: INK.brand,
    align: "right",
  });
  sheet.y += 44;
}

function dateOrNothing(date: string | null): string {
  return date === null ? "" : printDate(date);
}
