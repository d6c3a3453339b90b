"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Select } from "#components/ui/select.tsx";
import { LOAD_STATUS_LABELS, LOAD_STATUSES } from "#server/loads/rules/load-status.ts";
import { LOAD_COLUMNS, LOAD_PHONE_GRID } from "./load-columns.tsx";
import { loadSearchParams, toLoadFilter } from "./load-search-params.ts";

/** Loads, newest first, narrowed by search and status (R18). */
export function LoadList() {
  const trpc = useTRPC();
  const router = useRouter();
  const [params, setParams] = useQueryStates(loadSearchParams, { history: "replace" });
  const search = useCallback((q: string) => void setParams({ q: q || null }), [setParams]);
  useLive(["load", "queue"], [trpc.loads.pathKey()]);
  const loads = useInfiniteQuery(
    trpc.loads.list.infiniteQueryOptions(toLoadFilter(params), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => loads.data?.pages.flatMap((page) => page.rows) ?? [], [loads.data]);
  const narrowed = params.q !== "" || params.status !== null;

  return (
    <>
      <PageHeader title="Loads" context="Newest first" />
      <search aria-label="Filter loads" className="flex flex-wrap gap-2 px-4 pb-3 md:px-6">
        <SearchBox
          label="Search loads"
          placeholder="Load, PO or customer"
          value={params.q}
          onSearch={search}
        />
        <Select
          aria-label="Status"
          value={params.status ?? ""}
          onChange={({ target }) =>
            void setParams({ status: LOAD_STATUSES.find((status) => status === target.value) ?? null })
          }
        >
          <option value="">Every status</option>
          {LOAD_STATUSES.map((status) => (
            <option key={status} value={status}>
              {LOAD_STATUS_LABELS[status]}
            </option>
          ))}
        </Select>
      </search>
      {loads.isError ? (
        <ErrorState
          title="The loads could not be loaded"
          message={loads.error.message}
          onRetry={() => void loads.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label="Loads"
            columns={LOAD_COLUMNS}
            rows={rows}
            rowKey={(load) => load.id}
            loading={loads.isPending}
            onOpen={(load) => router.push(`/loads/${load.id}`)}
            onEndReached={() => {
              if (loads.hasNextPage && !loads.isFetchingNextPage) void loads.fetchNextPage();
            }}
            empty={
              <EmptyState title={narrowed ? "No load matches" : "No loads yet"}>
                {narrowed
                  ? "Change the search or the status to see more."
                  : "Loads appear here once they are created."}
              </EmptyState>
            }
            phoneGrid={LOAD_PHONE_GRID}
          />
        </div>
      )}
    </>
  );
}
