/** What came of reading a cell: its value, null where it is empty, or why it can't be read. */
export type CellReading<T> = { value: T | null } | { reason: string };

/** What people write for "nothing". */
const EMPTY = /^(|-+|n\/?a|none|null|tbd|unknown)$/i;

/** True where the cell says that there is nothing. */
export function isEmptyCell(text: string): boolean {
  return EMPTY.test(text);
}

/** A cell's text as it may stand in a sentence: quoted, cut to what one can take in. */
export function quoteCell(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`;
}
