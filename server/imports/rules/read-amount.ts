import type { Cents } from "#server/kernel/money.ts";
import { type CellReading, isEmptyCell, quoteCell } from "./cell.ts";

const AMOUNT = /^(?:USD ?)?\$? ?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2})0*)?(?: ?USD)?$/i;
const NEGATIVE = /^(-.*|\(.*\)|.*-)$/;
const MOST_CENTS = 100_000_000;

/** Reads "$1,234.50" into cents, digit by digit: no floating point comes near money. */
export function readAmount(text: string): CellReading<Cents> {
  if (isEmptyCell(text)) return { value: null };
  if (NEGATIVE.test(text)) return { reason: `${quoteCell(text)} is negative. A charge is 0 or more.` };
  const [, dollars = "", cents = ""] = AMOUNT.exec(text) ?? [];
  if (!dollars) return { reason: `${quoteCell(text)} is not an amount in dollars, like $1,234.50.` };
  const value = Number(dollars.replaceAll(",", "") + cents.padEnd(2, "0"));
  if (value > MOST_CENTS)
    return { reason: `${quoteCell(text)} is more than the $1,000,000.00 a charge may be.` };
  return { value };
}
