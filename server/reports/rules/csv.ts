/** Makes spreadsheets read the file as UTF-8. */
export const CSV_BYTE_ORDER_MARK = "\uFEFF";

export type CsvCell = string | number | null;

/**
 * One line of a CSV file (RFC 4180, CRLF). Text that a spreadsheet would run as a formula gets a leading
 * apostrophe; numbers are ours and stay numbers.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Cents as a plain decimal for spreadsheets: 185000 → "1850.00". */
export function csvAmount(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const DECIMAL = /^-?\d+\.\d{2}$/;
// Spreadsheets skip tabs and line ends before they look for a formula, and some take the wide signs for the plain ones.
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  const text = typeof cell === "number" || DECIMAL.test(cell) ? String(cell) : harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}
