import { and, eq, gt, inArray, isNotNull, isNull, not, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { batchInvoices, users } from "#db/schema/index.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { NEEDS_YOU_CODES } from "#server/reports/rules/needs-you.ts";

/** The person behind a batch's last sync. */
export const syncer = alias(users, "syncer");

const later = alias(batchInvoices, "later");

/** The load did not go out again in a later batch; where it did, the row is history and nobody must act on it. */
export function notSentAgainSql(tx: Tx): SQL {
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(later)
      .where(
        and(
          eq(later.companyId, batchInvoices.companyId),
          eq(later.loadId, batchInvoices.loadId),
          gt(later.id, batchInvoices.id),
        ),
      ),
  );
}

/** An invoice stands still, as far as its own row says. */
export function standsStillSql(): SQL {
  const conditions = or(
    and(
      isNull(batchInvoices.withdrawnAt),
      or(
        eq(batchInvoices.state, "failed"),
        isNotNull(batchInvoices.needsReviewSince),
        // Without the first half an invoice that was never read is neither yes nor no, and what follows is looked up for it.
        and(isNotNull(batchInvoices.purchaseCode), inArray(batchInvoices.purchaseCode, [...NEEDS_YOU_CODES])),
      ),
    ),
    and(isNotNull(batchInvoices.purchaseError), not(batchInvoices.purchaseOpen)),
  );
  return sql`${conditions}`;
}

/** SQL of the rule `needsYou`. */
export function needsYouSql(tx: Tx): SQL {
  return sql`(${standsStillSql()} and ${notSentAgainSql(tx)})`;
}

/** The condition of each chip above the invoices; `all` has none. */
export function invoiceFilterSql(tx: Tx, filter: InvoiceFilter): SQL {
  const conditions = {
    all: () => sql`true`,
    needs_you: () => needsYouSql(tx),
    failed: () => sql`${batchInvoices.state} = 'failed'`,
    underway: () => sql`${batchInvoices.state} not in ('accepted', 'failed')`,
    open: () => sql`${batchInvoices.purchaseOpen}`,
    financed: () => sql`${batchInvoices.fundedAt} is not null`,
  } as const satisfies Record<InvoiceFilter, () => SQL>;
  return conditions[filter]();
}

/** How many of the grouped invoices fit a chip. */
export function countOf(tx: Tx, filter: InvoiceFilter): SQL<number> {
  return sql<number>`(count(*) filter (where ${invoiceFilterSql(tx, filter)}))::int`;
}
