import type { BatchReportRow } from "#db/queries/factoring-report-rows.ts";
import type { BatchRow, Checked } from "./schemas.ts";

/** A batch as the browser gets it: instants as ISO strings, no internal ids beside its own. */
export function toBatchRow(row: BatchReportRow): BatchRow {
  return {
    id: row.id,
    number: row.number,
    subsidiaryName: row.subsidiaryName,
    submittedAt: row.submittedAt.toISOString(),
    submittedByName: row.submittedByName ?? "A former user",
    invoiceCount: row.invoiceCount,
    totalCents: row.totalCents,
    lastSync: lastSyncOf(row),
    syncing: row.syncing,
    accepted: row.accepted,
    failed: row.failed,
    underway: row.underway,
    financed: row.financed,
    open: row.open,
    needsYou: row.needsYou,
    financedCents: row.financedCents,
  };
}

/** When and by whom OTR was last asked about a batch. */
export function lastSyncOf(row: BatchReportRow): Checked | null {
  if (!row.lastSyncedAt || !row.lastSyncTrigger) return null;
  return { at: row.lastSyncedAt.toISOString(), trigger: row.lastSyncTrigger, byName: row.lastSyncBy };
}
