import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type IdPrefix, idFromUuid, idToUuid, isId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const MOST_CUSTOMERS = 20;
const MOST_SUBJECTS = 2_000;

/**
 * The ids that a search means: loads by load, invoice or PO number, batches by number, customers by the beginning of
 * their name, or one id as it stands. A load brings its documents, invoices and submissions along, a batch its
 * invoices and syncs: what happened to them happened to it.
 */
export async function findAuditSubjects(tx: Tx, scope: CompanyScope, search: string): Promise<string[]> {
  const company = idToUuid("company", scope.companyId);
  const rows: { kind: IdPrefix; id: string }[] = await tx.execute(sql`
    with found_loads as (${loadsSql(company, search)}), found_batches as (${batchesSql(company, search)})
    select 'load' as kind, id from found_loads
    union all select 'batch', id from found_batches
    union all ${customersSql(company, search)}
    union all select 'document', d.id from documents d join found_loads l on d.load_id = l.id
      where d.company_id = ${company}
    union all select 'invoice', i.id from invoices i join found_loads l on i.load_id = l.id
      where i.company_id = ${company}
    union all select 'binv', b.id from batch_invoices b join found_loads l on b.load_id = l.id
      where b.company_id = ${company}
    union all select 'binv', b.id from batch_invoices b join found_batches f on b.batch_id = f.id
      where b.company_id = ${company}
    union all select 'sync', r.id from sync_runs r join found_batches f on r.batch_id = f.id
      where r.company_id = ${company}
    limit ${MOST_SUBJECTS}`);
  const found = rows.map(({ kind, id }) => idFromUuid(kind, id));
  return [...new Set(looksLikeId(search) ? [search, ...found] : found)];
}

function loadsSql(company: string, search: string): SQL {
  if (isId("load", search)) return sql`select ${idToUuid("load", search)}::uuid as id`;
  const spellings = sql.param([...new Set([search, search.toUpperCase()])]);
  return sql`
    select id from loads where company_id = ${company} and load_number = any(${spellings}::text[])
    union select id from loads where company_id = ${company} and po_number = any(${spellings}::text[])
    union select load_id from invoices where company_id = ${company} and invoice_number = any(${spellings}::text[])`;
}

function batchesSql(company: string, search: string): SQL {
  if (isId("batch", search)) return sql`select ${idToUuid("batch", search)}::uuid as id`;
  const number = /^(?:batch\s*)?#?(\d{1,9})$/i.exec(search)?.[1];
  return sql`select id from factoring_batches where company_id = ${company} and batch_number = ${number ?? null}::int`;
}

function customersSql(company: string, search: string): SQL {
  const start = `${search.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(select 'customer', id from customers
    where company_id = ${company} and name ilike ${start} order by name limit ${MOST_CUSTOMERS})`;
}

function looksLikeId(search: string): boolean {
  return /^[a-z]+_[0-7][0-9a-z]{25}$/.test(search);
}
