import { CSV_BYTE_ORDER_MARK, csvLine } from "#server/reports/rules/csv.ts";
import type { ImportKind } from "./rules/import-kind.ts";
import { templateRows } from "./rules/template-rows.ts";

/** The template of a kind of file as CSV. */
export async function* exportTemplate(kind: ImportKind): AsyncGenerator<string> {
  yield CSV_BYTE_ORDER_MARK + templateRows(kind).map(csvLine).join("");
}
