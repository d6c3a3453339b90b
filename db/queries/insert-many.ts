import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { columnsOf, jsonRows } from "./json-rows.ts";

/**
 * Inserts any number of rows with one parameter. All rows must have the same fields. Where `skipsTaken`, a row whose
 * unique key is taken is left out. Returns the uuids under the ids that were added.
 */
export async function insertMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { skipsTaken = false }: { skipsTaken?: boolean } = {},
): Promise<string[]> {
  const [first] = rows;
  if (!first) return [];
  const columns = columnsOf(table, Object.keys(first));
  const names = sql.join(
    columns.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const added = await tx.execute<{ id: string }>(
    sql`insert into ${table} (${names})
      select ${names} from ${jsonRows(table, rows, columns)}
      ${skipsTaken ? sql`on conflict do nothing` : sql``} returning id`,
  );
  return added.map(({ id }) => id);
}
