import { inCompany } from "#db/client.ts";
import { findBatchReport } from "#db/queries/factoring-report.ts";
import { listInvoiceReport } from "#db/queries/factoring-report-invoices.ts";
import type { BatchReportRow } from "#db/queries/factoring-report-rows.ts";
import type { Actor } from "#server/auth/actor.ts";
import { purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import { SUBMISSION_STATE_LABELS } from "#server/factoring/rules/submission-state.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import { sortable } from "#server/kernel/local-time.ts";
import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import { lastSyncOf } from "./batch-row.ts";
import { type CsvColumn, csvPages } from "./csv-pages.ts";
import { toInvoiceRow } from "./invoice-row.ts";
import { csvAmount } from "./rules/csv.ts";
import type { InvoiceRow } from "./schemas.ts";
import { startExport } from "./start-export.ts";

const PAGE_SIZE = 500;

type Stored = Awaited<ReturnType<typeof listInvoiceReport>>[number];

type Line = { stored: Stored; shown: InvoiceRow };

/** A batch as CSV, a line per invoice (R33). Throws not_found for another company's batch. Audited before it begins. */
export async function exportBatch(
  actor: Actor,
  batchId: BatchId,
): Promise<{ number: number; pieces: AsyncGenerator<string> }> {
  const { timeZone, prepared: batch } = await startExport(actor, {
    subject: batchId,
    data: {},
    prepare: async (tx) => {
      const found = await findBatchReport(tx, actor.scope, batchId);
      if (!found) throw new AppError("not_found", "There is no such batch in your company.");
      return found;
    },
  });
  const pieces = csvPages({
    columns: COLUMNS,
    timeZone,
    pageSize: PAGE_SIZE,
    read: (last) => readPage(actor, batch, last?.stored),
  });
  return { number: batch.number, pieces };
}

async function readPage(actor: Actor, batch: BatchReportRow, after: Stored | undefined): Promise<Line[]> {
  const rows = await inCompany(actor.scope, (tx) =>
    listInvoiceReport(tx, actor.scope, {
      batchId: batch.id,
      filter: "all",
      search: undefined,
      after,
      limit: PAGE_SIZE,
    }),
  );
  const lastSync = lastSyncOf(batch);
  return rows.map((stored) => ({ stored, shown: toInvoiceRow(stored, { ...batch, lastSync }, actor) }));
}

function noteText({ note }: InvoiceRow): string | null {
  return note && [note.happened, note.money, note.todo].filter(Boolean).join(" ");
}

const COLUMNS: readonly CsvColumn<Line>[] = [
  { title: () => "Load", cell: ({ shown }) => shown.loadNumber },
  { title: () => "Invoice", cell: ({ shown }) => shown.invoiceNumber },
  { title: () => "Invoice date", cell: ({ stored }) => stored.invoiceDate },
  { title: () => "Customer", cell: ({ shown }) => shown.customerName },
  { title: () => "MC", cell: ({ shown }) => shown.mcNumber },
  { title: () => "PO", cell: ({ shown }) => shown.poNumber },
  { title: () => "Amount USD", cell: ({ shown }) => csvAmount(shown.amountCents) },
  { title: () => "Submission", cell: ({ shown }) => SUBMISSION_STATE_LABELS[shown.state] },
  { title: () => "Load status", cell: ({ shown }) => LOAD_STATUS_LABELS[shown.loadStatus] },
  { title: () => "OTR status code", cell: ({ shown }) => shown.purchaseCode },
  {
    title: () => "OTR status",
    cell: ({ shown }) =>
      shown.purchaseCode === null ? shown.purchaseRaw : purchaseStatus(shown.purchaseCode).label,
  },
  { title: () => "Reason", cell: ({ shown }) => noteText(shown) },
  {
    title: (zone) => `Financed (${zone})`,
    cell: ({ stored }, zone) => stored.fundedAt && sortable(stored.fundedAt.toISOString(), zone),
  },
  {
    title: (zone) => `Last checked (${zone})`,
    cell: ({ shown }, zone) => shown.checked && sortable(shown.checked.at, zone),
  },
  { title: () => "Document SHA-256", cell: ({ shown }) => shown.documentSha256 },
];
