import { inCompany } from "#db/client.ts";
import { listAuditEntries } from "#db/queries/audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { sortable } from "#server/kernel/local-time.ts";
import { type CsvColumn, csvPages } from "#server/reports/csv-pages.ts";
import { startExport } from "#server/reports/start-export.ts";
import { auditView } from "./audit-view.ts";
import type { AuditFilter, AuditRow } from "./schemas.ts";
import { toAuditRows } from "./to-audit-rows.ts";

const PAGE_SIZE = 500;

/** The audit as CSV, a line per entry that the filter leaves, newest first. The download is audited before it begins. */
export async function exportAudit(actor: Actor, filter: AuditFilter): Promise<AsyncGenerator<string>> {
  const { timeZone, prepared: view } = await startExport(actor, {
    subject: "audit_log",
    data: filter,
    prepare: (tx) => auditView(tx, actor, filter),
  });
  return csvPages({
    columns: COLUMNS,
    timeZone,
    pageSize: PAGE_SIZE,
    read: (last) =>
      inCompany(actor.scope, async (tx) => {
        const page = { view, before: last?.id, limit: PAGE_SIZE };
        return toAuditRows(tx, actor, await listAuditEntries(tx, actor.scope, page));
      }),
  });
}

const COLUMNS: readonly CsvColumn<AuditRow>[] = [
  { title: (zone) => `When (${zone})`, cell: (row, zone) => sortable(row.at, zone) },
  { title: () => "UTC", cell: (row) => row.at },
  { title: () => "Who", cell: (row) => row.who ?? "Background job" },
  { title: () => "What", cell: (row) => row.what },
  { title: () => "About", cell: (row) => row.about.label },
  { title: () => "From", cell: (row) => row.ip },
  {
    title: () => "Details",
    cell: (row) => row.details.map(({ name, value }) => `${name}: ${value}`).join("; "),
  },
  { title: () => "Entry", cell: (row) => row.id },
];
