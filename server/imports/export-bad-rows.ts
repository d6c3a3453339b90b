import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { CSV_BYTE_ORDER_MARK, csvLine } from "#server/reports/rules/csv.ts";
import { openBadRows } from "./bad-rows.ts";
import type { BadRow } from "./rows/row-sorter.ts";
import { fieldLabel } from "./rules/import-field.ts";
import type { ImportKind } from "./rules/import-kind.ts";

/** The bad rows of an import as CSV, a line per reason (R21). Throws not_found for another company's import. */
export async function exportBadRows(
  { scope }: Actor,
  importId: ImportId,
  clock: Clock = systemClock,
): Promise<AsyncGenerator<string>> {
  const { opened, rows } = await openBadRows(scope, importId, clock());
  return csvOf(rows, opened.row.kind);
}

async function* csvOf(rows: AsyncGenerator<BadRow>, kind: ImportKind): AsyncGenerator<string> {
  const about = kind === "customers" ? "Customer" : "Load number";
  yield CSV_BYTE_ORDER_MARK + csvLine(["Line", about, "Field", "Reason"]);
  for await (const { line, label, problems } of rows) {
    yield problems
      .map(({ field, reason }) => csvLine([line, label, field && fieldLabel(kind, field), reason]))
      .join("");
  }
}
