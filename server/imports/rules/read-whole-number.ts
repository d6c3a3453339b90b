import { formatCount } from "#server/kernel/count.ts";
import { type CellReading, isEmptyCell, quoteCell } from "./cell.ts";

const NUMBER = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(?: ?(?:lbs?|pounds|mi|miles)\.?)?$/i;

/** Reads "44,000 lbs" or "1,204.6" into a whole number, rounded; at most `max`. */
export function readWholeNumber(text: string, max: number): CellReading<number> {
  if (isEmptyCell(text)) return { value: null };
  const [, whole, fraction = ""] = NUMBER.exec(text) ?? [];
  if (!whole) return { reason: `${quoteCell(text)} is not a number of 0 or more.` };
  const value = Math.round(Number(whole.replaceAll(",", "") + fraction));
  if (value > max) return { reason: `${quoteCell(text)} is more than ${formatCount(max)}.` };
  return { value };
}
