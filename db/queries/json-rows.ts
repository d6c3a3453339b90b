import { type Column, getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/** Columns of a table by the fields of its rows. */
export type NamedColumn = { key: string; name: string; column: Column };

/** The columns behind these fields, in their order; what the table doesn't have is left out. */
export function columnsOf(table: PgTable, keys: readonly string[]): NamedColumn[] {
  const columns: Record<string, Column> = getTableColumns(table);
  return keys.flatMap((key) => {
    const column = columns[key];
    return column ? [{ key, name: toSnakeCase(key), column }] : [];
  });
}

/**
 * Any number of rows as one parameter: a JSON array that PostgreSQL reads as rows of the table, some five times as
 * fast as a parameter per value.
 */
export function jsonRows(
  table: PgTable,
  rows: readonly Record<string, unknown>[],
  columns: readonly NamedColumn[],
): SQL {
  const json = JSON.stringify(rows.map((row) => toJson(row, columns)));
  return sql`json_populate_recordset(null::${table}, ${json}::text::json)`;
}

function toJson(row: Record<string, unknown>, columns: readonly NamedColumn[]): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(({ key, name, column }) => {
      const value = row[key] ?? null;
      const isJson = value === null || column.dataType === "json";
      return [name, isJson ? value : column.mapToDriverValue(value)];
    }),
  );
}
