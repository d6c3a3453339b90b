import { inCompany } from "#db/client.ts";
import { listBatchReport } from "#db/queries/factoring-report.ts";
import type { BatchReportRow } from "#db/queries/factoring-report-rows.ts";
import type { Actor } from "#server/auth/actor.ts";
import { sortable } from "#server/kernel/local-time.ts";
import { type CsvColumn, csvPages } from "./csv-pages.ts";
import { csvAmount } from "./rules/csv.ts";
import type { BatchFilter } from "./schemas.ts";
import { startExport } from "./start-export.ts";

const PAGE_SIZE = 200;

/** The report as CSV, a line per batch, for the batches the filter leaves (R33). The download is audited before it begins. */
export async function exportReport(actor: Actor, filter: BatchFilter): Promise<AsyncGenerator<string>> {
  const { timeZone } = await startExport(actor, {
    subject: "factoring_report",
    data: filter,
    prepare: async () => undefined,
  });
  return csvPages({
    columns: COLUMNS,
    timeZone,
    pageSize: PAGE_SIZE,
    read: (last) =>
      inCompany(actor.scope, (tx) =>
        listBatchReport(tx, actor.scope, { filter, timeZone, before: last?.number, limit: PAGE_SIZE }),
      ),
  });
}

const COLUMNS: readonly CsvColumn<BatchReportRow>[] = [
  { title: () => "Batch", cell: (row) => row.number },
  { title: () => "Subsidiary", cell: (row) => row.subsidiaryName },
  { title: () => "USDOT", cell: (row) => row.usdotNumber },
  {
    title: (zone) => `Submitted (${zone})`,
    cell: (row, zone) => sortable(row.submittedAt.toISOString(), zone),
  },
  { title: () => "Submitted by", cell: (row) => row.submittedByName },
  { title: () => "Invoices", cell: (row) => row.invoiceCount },
  { title: () => "Accepted", cell: (row) => row.accepted },
  { title: () => "Failed", cell: (row) => row.failed },
  { title: () => "Being sent", cell: (row) => row.underway },
  { title: () => "Financed", cell: (row) => row.financed },
  { title: () => "Open at OTR", cell: (row) => row.open },
  { title: () => "Needs you", cell: (row) => row.needsYou },
  { title: () => "Total USD", cell: (row) => csvAmount(row.totalCents) },
  { title: () => "Financed USD", cell: (row) => csvAmount(row.financedCents) },
  {
    title: (zone) => `Last sync (${zone})`,
    cell: (row, zone) => row.lastSyncedAt && sortable(row.lastSyncedAt.toISOString(), zone),
  },
  {
    title: () => "Last sync by",
    cell: (row) => (row.lastSyncTrigger === "nightly" ? "Nightly sync" : row.lastSyncBy),
  },
];
