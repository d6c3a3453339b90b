import type { AuditRow } from "../schemas.ts";

const mostCharacters = 300;

/** A row as a list needs it: a nightly sync's entry names hundreds of reads, of which a cell shows the first. */
export function shortened(row: AuditRow): AuditRow {
  if (row.details.every(({ value }) => value.length <= mostCharacters)) return row;
  const details = row.details.map((detail) => ({ ...detail, value: shortText(detail.value) }));
  return { ...row, details, isShortened: true };
}

function shortText(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}
