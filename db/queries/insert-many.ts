import { type Column, getTableColumns, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";

/**
 * Inserts any number of rows with one parameter, a JSON array that PostgreSQL reads as rows of the table: some five
 * times as fast as a parameter per value. All rows must have the same fields. Where `skipsTaken`, a row whose unique
 * key is taken is left out. Returns the uuids under the ids that were added.
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
  const json = JSON.stringify(rows.map((row) => toJson(row, columns)));
  const added = await tx.execute<{ id: string }>(
    sql`insert into ${table} (${names})
      select ${names} from json_populate_recordset(null::${table}, ${json}::text::json)
      ${skipsTaken ? sql`on conflict do nothing` : sql``} returning id`,
  );
  return added.map(({ id }) => id);
}

type Target = { key: string; name: string; column: Column };

function columnsOf(table: PgTable, keys: string[]): Target[] {
  const columns: Record<string, Column> = getTableColumns(table);
  return keys.flatMap((key) => {
    const column = columns[key];
    return column ? [{ key, name: toSnakeCase(key), column }] : [];
  });
}

function toJson(row: Record<string, unknown>, columns: readonly Target[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ key, name, column }) => {
      const value = row[key] ?? null;
      return [name, value === null ? null : column.mapToDriverValue(value)];
    }),
  );
}
