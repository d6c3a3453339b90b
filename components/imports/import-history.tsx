"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { DataTable } from "#components/layout/data-table.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { HISTORY_COLUMNS, HISTORY_PHONE_GRID } from "./history-columns.tsx";

/** The company's imports, newest first: who, when, which file, what became of its rows. */
export function ImportHistory() {
  const trpc = useTRPC();
  const router = useRouter();
  useLive(["import"], [trpc.imports.list.pathKey()]);
  const imports = useInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  const loadMore = useLoadMore(imports);
  const rows = imports.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="past-imports">
      <h2 id="past-imports" className="px-4 pb-2 font-semibold text-base md:px-6">
        Past imports
      </h2>
      {imports.isError ? (
        <ErrorState
          title="The past imports could not be loaded"
          message={imports.error.message}
          onRetry={() => void imports.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label="Past imports"
            columns={HISTORY_COLUMNS}
            rows={rows}
            rowKey={(row) => row.id}
            loading={imports.isPending}
            onOpen={(row) => router.push(`/import/${row.id}`)}
            onEndReached={loadMore}
            empty={
              <EmptyState title="No imports yet">Files that your company brings in appear here.</EmptyState>
            }
            phoneGrid={HISTORY_PHONE_GRID}
          />
        </div>
      )}
    </section>
  );
}
