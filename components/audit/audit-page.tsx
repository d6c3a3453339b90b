"use client";

import { Download, RefreshCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { AUDIT_PHONE_GRID, auditColumns } from "./audit-columns.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { auditCsvHref, isAuditId, isFiltered } from "./audit-search-params.ts";
import { NoEntries } from "./no-entries.tsx";
import { useAudit, useAuditFilter } from "./use-audit.ts";

const EntryPanel = dynamic(() => import("./entry-panel.tsx").then((module) => module.EntryPanel));

/** Management > Audit: who did what, when and from where, and every call to OTR, newest first (R34). */
export function AuditPage() {
  const auditFilter = useAuditFilter();
  const { params, filter, set } = auditFilter;
  const { query, rows, loadMore, showNewer } = useAudit(filter);
  const columns = useMemo(() => auditColumns((entry) => set({ entry: entry.id })), [set]);

  return (
    <>
      <PageHeader title="Audit" context="Every change, sign-in, download and call to OTR, newest first">
        <Button onClick={showNewer} aria-disabled={query.isRefetching}>
          <RefreshCw aria-hidden /> Show newer
        </Button>
        <Button asChild variant="primary">
          <a href={auditCsvHref(filter)} download>
            <Download aria-hidden /> Download CSV
          </a>
        </Button>
      </PageHeader>
      <AuditFilters filter={auditFilter} />
      {query.isError ? (
        <ErrorState
          title="The audit could not be loaded"
          message={query.error.message}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label="Audit entries"
            columns={columns}
            rows={rows}
            rowKey={(entry) => entry.id}
            loading={query.isPending}
            onOpen={(entry) => set({ entry: entry.id })}
            onEndReached={loadMore}
            empty={<NoEntries filtered={isFiltered(filter)} onClear={auditFilter.clear} />}
            phoneGrid={AUDIT_PHONE_GRID}
          />
        </div>
      )}
      {isAuditId(params.entry) && (
        <EntryPanel
          entryId={params.entry}
          known={rows.find(({ id }) => id === params.entry)}
          onClose={() => set({ entry: null })}
        />
      )}
    </>
  );
}
