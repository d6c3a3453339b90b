import { and, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { batchInvoices, users } from "#db/schema/index.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { NEEDS_YOU_CODES } from "#server/reports/rules/needs-you.ts";

/** The person behind a batch's last sync. */
export const syncer = alias(users, "syncer");

/** SQL of the rule `needsYou`: the condition of the index batch_invoices_needs_you. */
export function needsYouSql(): SQL {
  const standsStill = or(
    and(
      isNull(batchInvoices.withdrawnAt),
      or(
        eq(batchInvoices.state, "failed"),
        isNotNull(batchInvoices.needsReviewSince),
        inArray(batchInvoices.purchaseCode, [...NEEDS_YOU_CODES]),
      ),
    ),
    and(isNotNull(batchInvoices.purchaseError), not(batchInvoices.purchaseOpen)),
  );
  return sql`(${batchInvoices.sentAgainAt} is null and ${standsStill})`;
}

/** The condition of each chip above the invoices; `all` has none. */
export function invoiceFilterSql(filter: InvoiceFilter): SQL {
  const conditions = {
    all: () => sql`true`,
    needs_you: () => needsYouSql(),
    failed: () => sql`${batchInvoices.state} = 'failed'`,
    underway: () => sql`${batchInvoices.state} not in ('accepted', 'failed')`,
    open: () => sql`${batchInvoices.purchaseOpen}`,
    financed: () => sql`${batchInvoices.fundedAt} is not null`,
  } as const satisfies Record<InvoiceFilter, () => SQL>;
  return conditions[filter]();
}

/** How many of the grouped invoices fit a chip. */
export function countOf(filter: InvoiceFilter): SQL<number> {
  return sql<number>`(count(*) filter (where ${invoiceFilterSql(filter)}))::int`;
}
