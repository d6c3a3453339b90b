import { type McNumber, parseMcNumber } from "#server/kernel/mc-number.ts";
import { type CellReading, isEmptyCell, quoteCell } from "./cell.ts";

const MC_NUMBER = /^(?:mc|docket)?(?: ?(?:no|number))?[ .#:-]*\d+$/i;

/**
 * Reads "MC-0123456" into digits without leading zeros. An MX or FF number is of another register, where no check of
 * OTR finds it: refused rather than taken for an MC number.
 */
export function readMcNumber(text: string): CellReading<McNumber> {
  if (isEmptyCell(text)) return { value: null };
  const mcNumber = MC_NUMBER.test(text) ? parseMcNumber(text) : undefined;
  if (mcNumber) return { value: mcNumber };
  return { reason: `${quoteCell(text)} is not an MC number. It has 1 to 9 digits, like 412907.` };
}
