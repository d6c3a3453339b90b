import { INK } from "#server/documents/sheet/look.ts";
import type { Sheet } from "#server/documents/sheet/sheet.ts";
import type { InvoicePrint } from "./invoice-print.ts";

const HEAD = { size: 8.5, bold: true } as const;
const BODY = { size: 8.5, leading: 1.42 } as const;

/** Where to pay and by when, side by side; the factor's address is the first thing a payables desk looks for. */
export function printPayment(sheet: Sheet, { remitTo, paymentTerms }: InvoicePrint): void {
  const columns = [
    { head: "Remit to", text: remitTo },
    { head: "Payment terms", text: paymentTerms },
  ].filter(({ text }) => text !== "");
  const width = 240;
  const wrapped = columns.map(({ head, text }) => ({ head, lines: sheet.wrap(text, width, BODY) }));
  const height = Math.max(0, ...wrapped.map(({ lines }) => lines.length * sheet.lineHeight(BODY))) + 16;
  if (columns.length === 0) return;
  if (!sheet.fits(height)) sheet.newPage();
  for (const [index, { head, lines }] of wrapped.entries()) {
    const x = sheet.left + index * (width + 32);
    sheet.text(head, x, sheet.y, HEAD);
    sheet.lines(lines, x, sheet.y + 14, BODY);
  }
  sheet.y += height + 12;
}

/** The Notice of Assignment, framed so that it can't be overlooked (R5); goes over the page when it is long. */
export function printNotice(sheet: Sheet, { noticeOfAssignment }: InvoicePrint): void {
  if (noticeOfAssignment === "") return;
  let rest = sheet.wrap(noticeOfAssignment, sheet.width - 28, BODY);
  let title = "NOTICE OF ASSIGNMENT";
  while (rest.length > 0) {
    if (!sheet.fits(frameHeight(sheet, Math.min(rest.length, 4)))) sheet.newPage();
    let count = rest.length;
    while (count > 1 && !sheet.fits(frameHeight(sheet, count))) count--;
    const height = frameHeight(sheet, count);
    sheet.box(sheet.left, sheet.y, sheet.width, height, { border: INK.brand });
    sheet.text(title, sheet.left + 14, sheet.y + 11, { ...HEAD, ink: INK.brand });
    sheet.lines(rest.slice(0, count), sheet.left + 14, sheet.y + 26, BODY);
    sheet.y += height + 14;
    rest = rest.slice(count);
    title = "NOTICE OF ASSIGNMENT, CONTINUED";
  }
}

/** The carrier's own closing words. */
export function printFooterNote(sheet: Sheet, { footer }: InvoicePrint): void {
  if (footer === "") return;
  for (const line of sheet.wrap(footer, sheet.width, BODY)) {
    if (!sheet.fits(sheet.lineHeight(BODY))) sheet.newPage();
    sheet.y = sheet.lines([line], sheet.left, sheet.y, { ...BODY, ink: INK.muted });
  }
}

function frameHeight(sheet: Sheet, lineCount: number): number {
  return 26 + lineCount * sheet.lineHeight(BODY) + 10;
}
