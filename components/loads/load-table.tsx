import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import type { RowSelection } from "#components/layout/row-selection.ts";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import type { LoadRow } from "#server/loads/schemas.ts";
import { LOAD_COLUMNS, LOAD_PHONE_GRID } from "./load-columns.tsx";
import { NoLoads } from "./no-loads.tsx";
import type { useLoadList } from "./use-load-list.ts";

type LoadTableProps = {
  list: ReturnType<typeof useLoadList>;
  /** Where loads can be chosen for release. */
  selection: RowSelection<LoadRow> | undefined;
};

const rowKey = (load: LoadRow) => load.id;

/** The loads themselves, newest first. */
export function LoadTable({ list: { query, rows, narrowed, clear }, selection }: LoadTableProps) {
  const router = useRouter();
  const loadMore = useLoadMore(query);
  const open = useCallback((load: LoadRow) => router.push(`/loads/${load.id}`), [router]);
  if (query.isError) {
    return (
      <ErrorState
        title="The loads could not be loaded"
        message={query.error.message}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <div className="flex-1 md:px-4">
      <DataTable
        label="Loads"
        columns={LOAD_COLUMNS}
        rows={rows}
        rowKey={rowKey}
        loading={query.isPending}
        selection={selection}
        onOpen={open}
        onEndReached={loadMore}
        empty={<NoLoads narrowed={narrowed} onClear={clear} />}
        phoneGrid={selection ? LOAD_PHONE_GRID.selectable : LOAD_PHONE_GRID.plain}
      />
    </div>
  );
}
