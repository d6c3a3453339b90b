import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import { columnsOf, jsonRows } from "./json-rows.ts";

type Change = { companyId: CompanyId; id: string };

/**
 * Overwrites any number of a company's rows, each with values of its own, in one statement with one parameter. All
 * changes must have the same fields. The caller has locked the rows, in an order that all who lock them keep to.
 */
export async function updateMany<Table extends PgTable>(
  tx: Tx,
  table: Table,
  changes: readonly (Partial<Table["$inferInsert"]> & Change)[],
): Promise<void> {
  const [first] = changes;
  if (!first) return;
  const columns = columnsOf(table, Object.keys(first));
  const values = columns
    .filter(({ key }) => key !== "companyId" && key !== "id")
    .map(({ name }) => sql`${sql.identifier(name)} = changed.${sql.identifier(name)}`);
  await tx.execute(
    sql`update ${table} as kept set ${sql.join(values, sql`, `)}
      from ${jsonRows(table, changes, columns)} as changed
      where kept.company_id = changed.company_id and kept.id = changed.id`,
  );
}
