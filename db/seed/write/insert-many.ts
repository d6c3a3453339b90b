import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";

/** PostgreSQL takes 65,535 values in one statement; the widest table has some fifty columns. */
const ROWS_AT_ONCE = 1_000;

/** Inserts rows, however many. */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE));
  }
}
