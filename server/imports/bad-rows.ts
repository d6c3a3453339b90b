import { inCompany } from "#db/client.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type OpenedImport, readImport } from "./read-import.ts";
import { type RowKind, withRowKind } from "./rows/row-kind.ts";
import { type BadRow, rowSorter } from "./rows/row-sorter.ts";

const ROWS_AT_A_TIME = 1_000;

/** The bad rows of an import in the order of the file, as many as are taken. Throws not_found at once. */
export async function openBadRows(
  scope: CompanyScope,
  importId: ImportId,
  now: Date,
): Promise<{ opened: OpenedImport; rows: AsyncGenerator<BadRow> }> {
  const opened = await readImport(scope, importId, now);
  return { opened, rows: withRowKind(opened.row.kind, (kind) => badRows(opened, kind, scope)) };
}

async function* badRows<Value, Ready>(
  { reading, chunks }: OpenedImport,
  kind: RowKind<Value, Ready>,
  scope: CompanyScope,
): AsyncGenerator<BadRow> {
  const sorter = rowSorter(kind, reading);
  for await (const chunk of chunks(ROWS_AT_A_TIME)) {
    const { bad } = await inCompany(scope, (tx) => sorter.sort(tx, scope, chunk));
    yield* bad;
  }
}
