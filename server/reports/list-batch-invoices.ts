import { inCompany } from "#db/client.ts";
import { findBatchReport } from "#db/queries/factoring-report.ts";
import { listInvoiceReport } from "#db/queries/factoring-report-invoices.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readCreditMarks } from "#server/credit-check/read-credit-marks.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import { lastSyncOf } from "./batch-row.ts";
import { toInvoiceRow } from "./invoice-row.ts";
import type { InvoiceFilter } from "./rules/invoice-filter.ts";
import type { InvoiceCursor, InvoicePage } from "./schemas.ts";

const PAGE_SIZE = 100;

type Input = {
  batchId: BatchId;
  filter: InvoiceFilter;
  search?: string | null;
  cursor?: InvoiceCursor | null;
};

/** A page of a batch's invoices, those that need a person first (R29). Throws not_found for another company's batch. */
export function listBatchInvoices(actor: Actor, input: Input): Promise<InvoicePage> {
  return inCompany(actor.scope, async (tx) => {
    const batch = await findBatchReport(tx, actor.scope, input.batchId);
    if (!batch) throw new AppError("not_found", "There is no such batch in your company.");
    const found = await listInvoiceReport(tx, actor.scope, {
      batchId: input.batchId,
      filter: input.filter,
      search: input.search || undefined,
      after: input.cursor ?? undefined,
      limit: PAGE_SIZE + 1,
    });
    const page = found.slice(0, PAGE_SIZE);
    const last = page.at(-1);
    const lastSync = lastSyncOf(batch);
    const credit = await readCreditMarks(tx, actor.scope, page);
    return {
      rows: page.map((row) => ({ ...toInvoiceRow(row, { ...batch, lastSync }, actor), credit: credit(row) })),
      nextCursor: last && found.length > PAGE_SIZE ? { rank: last.rank, id: last.id } : null,
    };
  });
}
