import { and, desc, eq, exists, lt, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches } from "#db/schema/index.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { BatchFilter } from "#server/reports/schemas.ts";
import { needsYouSql } from "./factoring-report-parts.ts";

/** Which batches are wanted; `before` is the last batch number of the page before. */
export type BatchPage = {
  filter: BatchFilter;
  timeZone: string;
  before: number | undefined;
  limit: number;
};

/** The ids of a page of batches, newest first. */
export async function listBatchIds(tx: Tx, scope: CompanyScope, page: BatchPage): Promise<BatchId[]> {
  const rows = await matching(tx, scope, page);
  return rows.map(({ id }) => id);
}

/**
 * A batch is found by its number, or by the beginning of the load, invoice or PO number of one of its invoices. Each
 * arm reads its own index and stops at a page; "or" over them would read every invoice of the company.
 */
function matching(tx: Tx, scope: CompanyScope, page: BatchPage) {
  const { search } = page.filter;
  if (!search) return newest(tx, scope, page);
  const key = search.toUpperCase();
  const number = /^#?(\d{1,9})$/.exec(search)?.[1] ?? null;
  return union(
    newest(tx, scope, page, sql`${factoringBatches.batchNumber} = ${number}::int`),
    newest(tx, scope, page, holds(tx, beginsWith(batchInvoices.loadNumberKey, key))),
    newest(tx, scope, page, holds(tx, beginsWith(batchInvoices.invoiceNumberKey, key))),
    newest(tx, scope, page, holds(tx, beginsWith(batchInvoices.poNumberKey, key))),
  )
    .orderBy(sql`batch_number desc`)
    .limit(page.limit);
}

function newest(tx: Tx, scope: CompanyScope, { filter, timeZone, before, limit }: BatchPage, also?: SQL) {
  const { batchNumber, submittedAt, subsidiaryId } = factoringBatches;
  const { from, to } = filter;
  return tx
    .select({ id: factoringBatches.id, batchNumber })
    .from(factoringBatches)
    .where(
      and(
        eq(factoringBatches.companyId, scope.companyId),
        before === undefined ? undefined : lt(batchNumber, before),
        filter.subsidiaryId ? eq(subsidiaryId, filter.subsidiaryId) : undefined,
        from ? sql`${submittedAt} >= ${from}::timestamp at time zone ${timeZone}` : undefined,
        to ? sql`${submittedAt} < (${to}::date + 1)::timestamp at time zone ${timeZone}` : undefined,
        filter.needsYou ? isWaiting(tx, scope) : undefined,
        also,
      ),
    )
    .orderBy(desc(batchNumber))
    .limit(limit);
}

/** Few batches hold an invoice that waits for a person: they are looked up, rather than all batches looked through. */
function isWaiting(tx: Tx, scope: CompanyScope): SQL {
  const waiting = tx
    .selectDistinct({ id: batchInvoices.batchId })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), needsYouSql()));
  return sql`${factoringBatches.id} = any(array(${waiting}))`;
}

function holds(tx: Tx, condition: SQL): SQL {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(batchInvoices)
      .where(
        and(
          eq(batchInvoices.companyId, factoringBatches.companyId),
          eq(batchInvoices.batchId, factoringBatches.id),
          condition,
        ),
      ),
  );
}

/** All that begins with the key lies between it and the same with the last character there is behind it. */
function beginsWith(column: SearchKey, key: string): SQL {
  return sql`${column} >= ${key} and ${column} < ${`${key}\u{10FFFF}`}`;
}

type SearchKey =
  | typeof batchInvoices.loadNumberKey
  | typeof batchInvoices.invoiceNumberKey
  | typeof batchInvoices.poNumberKey;
