"use client";

import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { BATCH_COLUMNS, BATCH_PHONE_GRID } from "./batch-columns.tsx";
import { NightlyNotice } from "./nightly-notice.tsx";
import { NoBatches } from "./no-batches.tsx";
import { ReportFilters } from "./report-filters.tsx";
import { isFiltered, reportCsvHref } from "./report-search-params.ts";
import { useReportFilter } from "./use-report-filter.ts";

/** Reports > Factoring: the last nightly sync, then every batch, newest first (R29, R31). */
export function BatchReport() {
  const trpc = useTRPC();
  const router = useRouter();
  const reportFilter = useReportFilter();
  const { filter } = reportFilter;
  useLive(["batch", "sync"], [trpc.reports.pathKey()]);
  const { data: overview } = useSuspenseQuery(trpc.reports.overview.queryOptions());
  const batches = useInfiniteQuery(
    trpc.reports.listBatches.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const loadMore = useLoadMore(batches);
  const rows = useMemo(() => batches.data?.pages.flatMap((page) => page.rows) ?? [], [batches.data]);

  return (
    <>
      <PageHeader title="Factoring report" context={context(overview.needsYou)}>
        <Button asChild>
          <a href={reportCsvHref(filter)} download>
            <Download aria-hidden /> Download CSV
          </a>
        </Button>
      </PageHeader>
      <NightlyNotice nightly={overview.nightly} />
      <ReportFilters filter={reportFilter} overview={overview} />
      {batches.isError ? (
        <ErrorState
          title="The batches could not be loaded"
          message={batches.error.message}
          onRetry={() => void batches.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label="Batches"
            columns={BATCH_COLUMNS}
            rows={rows}
            rowKey={(batch) => batch.id}
            loading={batches.isPending}
            onOpen={(batch) => router.push(`/reports/factoring/${batch.id}`)}
            onEndReached={loadMore}
            empty={<NoBatches filtered={isFiltered(filter)} onClear={reportFilter.clear} />}
            phoneGrid={BATCH_PHONE_GRID}
          />
        </div>
      )}
    </>
  );
}

function context({ batches, invoices }: { batches: number; invoices: number }): string {
  if (invoices === 0) return "Nothing waits for you";
  const inBatches = batches === 1 ? "one batch" : `${batches} batches`;
  return invoices === 1 ? `1 invoice needs you` : `${invoices} invoices in ${inBatches} need you`;
}
