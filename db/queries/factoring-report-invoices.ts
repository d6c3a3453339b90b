import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers } from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { rankOf, selectInvoiceRows } from "./factoring-report-invoice-rows.ts";
import { countOf, invoiceFilterSql } from "./factoring-report-parts.ts";

export type InvoiceReportRow = Awaited<ReturnType<typeof selectInvoiceRows>>[number];

type Page = {
  batchId: BatchId;
  filter: InvoiceFilter;
  search: string | undefined;
  after: { rank: number; id: BatchInvoiceId } | undefined;
  limit: number;
};

/** A page of a batch's invoices: those that need a person first, then in the order of submission. */
export function listInvoiceReport(
  tx: Tx,
  scope: CompanyScope,
  { batchId, filter, search, after, limit }: Page,
) {
  const rank = rankOf(tx);
  return selectInvoiceRows(
    tx,
    and(
      eq(batchInvoices.companyId, scope.companyId),
      eq(batchInvoices.batchId, batchId),
      filter === "all" ? undefined : invoiceFilterSql(tx, filter),
      search ? matches(search) : undefined,
      after
        ? sql`(${rank}, ${batchInvoices.id}) > (${after.rank}, ${sql.param(after.id, batchInvoices.id)})`
        : undefined,
    ),
    limit,
  );
}

/** One invoice of a batch; undefined when the company has no such invoice. */
export async function findInvoiceReport(
  tx: Tx,
  scope: CompanyScope,
  batchInvoiceId: BatchInvoiceId,
): Promise<InvoiceReportRow | undefined> {
  const [row] = await selectInvoiceRows(
    tx,
    and(eq(batchInvoices.companyId, scope.companyId), eq(batchInvoices.id, batchInvoiceId)),
    1,
  );
  return row;
}

/** The number on each chip above a batch's invoices. */
export async function countInvoicesByFilter(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
): Promise<Record<InvoiceFilter, number>> {
  const [row] = await tx
    .select({
      all: countOf(tx, "all"),
      needs_you: countOf(tx, "needs_you"),
      failed: countOf(tx, "failed"),
      underway: countOf(tx, "underway"),
      open: countOf(tx, "open"),
      financed: countOf(tx, "financed"),
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
