import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers } from "#db/schema/index.ts";
import { type IdPrefix, idFromUuid, idToUuid } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasWords } from "./customer-search.ts";

const MOST_LOADS = 100;
const MOST_CUSTOMERS = 20;
const MOST_SUBJECTS = 2_000;

/**
 * The ids that a search means: loads by load, invoice or PO number, batches by number, customers by words of
 * their name, or one id as it stands. A load brings its documents, invoices and submissions along, a batch its
 * invoices and syncs: what happened to them happened to it.
 */
export async function findAuditSubjects(tx: Tx, scope: CompanyScope, search: string): Promise<string[]> {
  const company = idToUuid("company", scope.companyId);
  const meant = customersMeant(tx, scope, search);
  /** Looked up thing by thing, each through its index: the planner doesn't know how few things were found. */
  const belongingTo = (table: string, key: string) =>
    sql.raw(
      `lateral (select id from ${table} where company_id = l.company_id and ${key} = l.id limit ${MOST_SUBJECTS}) x`,
    );
  const rows: { kind: IdPrefix; id: string }[] = await tx.execute(sql`
    with found_loads as (${loadsSql(company, search)}), found_batches as (${batchesSql(company, search)})
    select 'load' as kind, id from found_loads
    union all select 'batch', id from found_batches
    union all (${meant})
    union all select 'document', x.id from found_loads l, ${belongingTo("documents", "load_id")}
    union all select 'invoice', x.id from found_loads l, ${belongingTo("invoices", "load_id")}
    union all select 'binv', x.id from found_loads l, ${belongingTo("batch_invoices", "load_id")}
    union all select 'binv', x.id from found_batches l, ${belongingTo("batch_invoices", "batch_id")}
    union all select 'sync', x.id from found_batches l, ${belongingTo("sync_runs", "batch_id")}
    limit ${MOST_SUBJECTS}`);
  const found = rows.map(({ kind, id }) => idFromUuid(kind, id));
  return [...new Set(looksLikeId(search) ? [search, ...found] : found)];
}

function loadsSql(company: string, search: string): SQL {
  if (isId("load", search))
    return sql`select ${company}::uuid as company_id, ${idToUuid("load", search)}::uuid as id`;
  const key = search.toUpperCase();
  return sql`
    (select company_id, id from loads where company_id = ${company} and load_number_key = ${key} limit ${MOST_LOADS})
    union (select company_id, id from loads where company_id = ${company} and po_number_key = ${key} limit ${MOST_LOADS})
    union (select company_id, load_id from invoices
      where company_id = ${company} and invoice_number = any(${sql.param([search, key])}::text[]) limit ${MOST_LOADS})`;
}

function batchesSql(company: string, search: string): SQL {
  if (isId("batch", search))
    return sql`select ${company}::uuid as company_id, ${idToUuid("batch", search)}::uuid as id`;
  const number = /^(?:batch\s*)?#?(\d{1,9})$/i.exec(search)?.[1];
  return sql`select company_id, id from factoring_batches where company_id = ${company} and batch_number = ${number ?? null}::int`;
}

function customersMeant(tx: Tx, scope: CompanyScope, search: string) {
  return tx
    .select({ kind: sql`'customer'`, id: customers.id })
    .from(customers)
    .where(and(eq(customers.companyId, scope.companyId), hasWords(tx, scope, search)))
    .limit(MOST_CUSTOMERS);
}

function looksLikeId(search: string): boolean {
  return /^[a-z]+_[0-7][0-9a-z]{25}$/.test(search);
}
