import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, subsidiaries } from "#db/schema/index.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type BatchPage, listBatchIds } from "./factoring-report-page.ts";
import { needsYouSql } from "./factoring-report-parts.ts";
import { type BatchReportRow, selectBatchRows } from "./factoring-report-rows.ts";

/**
 * A page of batches with the counts of their invoices, newest first. `before` is the last batch number of the page
 * before. The page is cut first, so that invoices are only counted for the batches on it.
 */
export async function listBatchReport(
  tx: Tx,
  scope: CompanyScope,
  page: BatchPage,
): Promise<BatchReportRow[]> {
  const ids = await listBatchIds(tx, scope, page);
  return ids.length === 0 ? [] : selectBatchRows(tx, scope, ids);
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
 * How many invoices wait for a person, and in how many batches: as many as the index batch_invoices_needs_you holds.
 */
export async function countNeedsYou(
  tx: Tx,
  scope: CompanyScope,
): Promise<{ batches: number; invoices: number }> {
  const [row] = await tx
    .select({
      batches: sql<number>`(count(distinct ${batchInvoices.batchId}))::int`,
      invoices: sql<number>`(count(*))::int`,
    })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, scope.companyId), needsYouSql()));
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
