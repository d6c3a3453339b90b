import { and, asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers } from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { type InvoiceReportRow, selectInvoiceRows } from "./factoring-report-invoice-rows.ts";
import { countOf, invoiceFilterSql, needsYouSql } from "./factoring-report-parts.ts";

type Page = {
  batchId: BatchId;
  filter: InvoiceFilter;
  search: string | undefined;
  after: { rank: number; id: BatchInvoiceId } | undefined;
  limit: number;
};

/**
 * A page of a batch's invoices: those that need a person first, then in the order of submission. `rank` and id of the
 * last one are where the next page begins. Cut before the rest is looked up, so a batch of thousands costs no more.
 */
export async function listInvoiceReport(
  tx: Tx,
  scope: CompanyScope,
  page: Page,
): Promise<(InvoiceReportRow & { rank: number })[]> {
  const places = await listPlaces(tx, scope, page);
  if (places.length === 0) return [];
  const rows = await selectInvoiceRows(
    tx,
    scope,
    places.map(({ id }) => id),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, rank }) => {
    const row = byId.get(id);
    return row ? [{ ...row, rank }] : [];
  });
}

/** One invoice of a batch; undefined when the company has no such invoice. */
export async function findInvoiceReport(
  tx: Tx,
  scope: CompanyScope,
  batchInvoiceId: BatchInvoiceId,
): Promise<InvoiceReportRow | undefined> {
  const [row] = await selectInvoiceRows(tx, scope, [batchInvoiceId]);
  return row;
}

function listPlaces(tx: Tx, scope: CompanyScope, { batchId, filter, search, after, limit }: Page) {
  const rank = sql<number>`case when ${needsYouSql()} then 0 else 1 end`;
  return tx
    .select({ id: batchInvoices.id, rank })
    .from(batchInvoices)
    .innerJoin(
      customers,
      and(eq(customers.companyId, batchInvoices.companyId), eq(customers.id, batchInvoices.customerId)),
    )
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        eq(batchInvoices.batchId, batchId),
        filter === "all" ? undefined : invoiceFilterSql(filter),
        search ? matches(search) : undefined,
        after
          ? sql`(${rank}, ${batchInvoices.id}) > (${after.rank}, ${sql.param(after.id, batchInvoices.id)})`
          : undefined,
      ),
    )
    .orderBy(asc(rank), asc(batchInvoices.id))
    .limit(limit);
}

/** The number on each chip above a batch's invoices. */
export async function countInvoicesByFilter(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
): Promise<Record<InvoiceFilter, number>> {
  const [row] = await tx
    .select({
      all: countOf("all"),
      needs_you: countOf("needs_you"),
      failed: countOf("failed"),
      underway: countOf("underway"),
      open: countOf("open"),
      financed: countOf("financed"),
    } satisfies Record<InvoiceFilter, SQL>)
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.batchId, batchId)));
  return row ?? { all: 0, needs_you: 0, failed: 0, underway: 0, open: 0, financed: 0 };
}

function matches(search: string): SQL | undefined {
  const part = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(batchInvoices.loadNumber, part),
    ilike(batchInvoices.invoiceNumber, part),
    ilike(batchInvoices.poNumber, part),
    ilike(customers.name, part),
    eq(batchInvoices.mcNumber, search),
  );
}
