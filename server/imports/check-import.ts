import { inCompany } from "#db/client.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { type OpenedImport, readImport } from "./read-import.ts";
import { type RowKind, withRowKind } from "./rows/row-kind.ts";
import { rowSorter } from "./rows/row-sorter.ts";
import type { ImportCheck, ImportRef } from "./schemas.ts";

const ROWS_AT_A_TIME = 1_000;

/**
 * Goes through the whole file and counts what would come of its rows, as the company's customers and loads are now.
 * Writes nothing. Throws not_found for another company's import.
 */
export async function checkImport(
  { scope }: Actor,
  { importId }: ImportRef,
  clock: Clock = systemClock,
): Promise<ImportCheck> {
  const opened = await readImport(scope, importId, clock());
  return withRowKind(opened.row.kind, (kind) => countRows(opened, kind, scope));
}

async function countRows<Value, Ready>(
  { reading, chunks }: OpenedImport,
  kind: RowKind<Value, Ready>,
  scope: Actor["scope"],
): Promise<ImportCheck> {
  const sorter = rowSorter(kind, reading);
  const counts = { totalRows: 0, newRows: 0, knownRows: 0, badRows: 0, unknownCustomerRows: 0 };
  for await (const chunk of chunks(ROWS_AT_A_TIME)) {
    const { good, known, bad } = await inCompany(scope, (tx) => sorter.sort(tx, scope, chunk));
    counts.totalRows += chunk.length;
    counts.newRows += good.length;
    counts.knownRows += known;
    counts.badRows += bad.length;
    counts.unknownCustomerRows += bad.filter(({ problems }) => problems.some(({ mend }) => mend)).length;
  }
  return counts;
}
