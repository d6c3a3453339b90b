import { and, asc, desc, eq, exists, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, subsidiaries } from "#db/schema/index.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { BatchFilter } from "#server/reports/schemas.ts";
import { needsYouSql, notSentAgainSql, standsStillSql } from "./factoring-report-parts.ts";
import { type BatchReportRow, selectBatchRows } from "./factoring-report-rows.ts";

type Page = { filter: BatchFilter; timeZone: string; before: number | undefined; limit: number };

/**
 * A page of batches with the counts of their invoices, newest first. `before` is the last batch number of the page
 * before. The page is cut first, so that invoices are only counted for the batches on it.
 */
export async function listBatchReport(
  tx: Tx,
  scope: CompanyScope,
  { filter, timeZone, before, limit }: Page,
): Promise<BatchReportRow[]> {
  const page = await tx
    .select({ id: factoringBatches.id })
    .from(factoringBatches)
    .where(
      and(
        eq(factoringBatches.companyId, scope.companyId),
        before === undefined ? undefined : lt(factoringBatches.batchNumber, before),
        ...filterConditions(tx, filter, timeZone),
      ),
    )
    .orderBy(desc(factoringBatches.batchNumber))
    .limit(limit);
  if (page.length === 0) return [];
  return selectBatchRows(
    tx,
    scope,
    page.map(({ id }) => id),
  );
}

/** One batch as it stands in the report; undefined when the company has no such batch. */
export async function findBatchReport(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
): Promise<BatchReportRow | undefined> {
  const [row] = await selectBatchRows(tx, scope, [batchId]);
  return row;
}

/**
 * How many invoices wait for a person, and in how many batches. Whether a load went out again is looked up for the few
 * invoices that stand still, not joined for all.
 */
export async function countNeedsYou(
  tx: Tx,
  scope: CompanyScope,
): Promise<{ batches: number; invoices: number }> {
  const waits = sql`filter (where ${notSentAgainSql(tx)})`;
  const [row] = await tx
    .select({
      batches: sql<number>`(count(distinct ${batchInvoices.batchId}) ${waits})::int`,
      invoices: sql<number>`(count(*) ${waits})::int`,
    })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), standsStillSql()));
  return row ?? { batches: 0, invoices: 0 };
}

/** The subsidiaries that the report can be narrowed to, by name. */
export function listReportSubsidiaries(tx: Tx, scope: CompanyScope) {
  return tx
    .select({ id: subsidiaries.id, name: subsidiaries.name })
    .from(subsidiaries)
    .where(eq(subsidiaries.companyId, scope.companyId))
    .orderBy(asc(subsidiaries.name));
}

function filterConditions(tx: Tx, filter: BatchFilter, timeZone: string): (SQL | undefined)[] {
  const { submittedAt, subsidiaryId } = factoringBatches;
  return [
    filter.subsidiaryId ? eq(subsidiaryId, filter.subsidiaryId) : undefined,
    filter.from ? sql`${submittedAt} >= ${filter.from}::timestamp at time zone ${timeZone}` : undefined,
    filter.to
      ? sql`${submittedAt} < (${filter.to}::date + 1)::timestamp at time zone ${timeZone}`
      : undefined,
    filter.search ? matches(tx, filter.search) : undefined,
    filter.needsYou ? holdsInvoice(tx, needsYouSql(tx)) : undefined,
  ];
}

/**
 * A batch by its number, or by a part of the load, invoice or PO number of one of its invoices, as typed or in
 * capitals: over years of invoices that is several times cheaper than folding the case of every row.
 */
function matches(tx: Tx, search: string): SQL | undefined {
  const { loadNumber, invoiceNumber, poNumber } = batchInvoices;
  const numbers = sql`(${loadNumber} || ' ' || ${invoiceNumber} || ' ' || ${poNumber})`;
  const spellings = [...new Set([search, search.toUpperCase()])];
  const inInvoices = holdsInvoice(tx, or(...spellings.map((text) => like(numbers, containing(text)))));
  const number = /^#?(\d{1,9})$/.exec(search)?.[1];
  return number ? or(eq(factoringBatches.batchNumber, Number(number)), inInvoices) : inInvoices;
}

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

function holdsInvoice(tx: Tx, condition: SQL | undefined): SQL {
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
