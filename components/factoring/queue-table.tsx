import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import type { RowSelection } from "#components/layout/row-selection.ts";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import type { QueueItem } from "./dto.ts";
import { QUEUE_COLUMNS, QUEUE_PHONE_GRID } from "./queue-columns.tsx";
import { QueueEmpty } from "./queue-empty.tsx";
import type { Queue } from "./use-queue.ts";

type QueueTableProps = { queue: Queue; selection: RowSelection<QueueItem> };

const rowKey = (row: QueueItem) => row.id;

/** The loads that can go now. */
export function QueueTable({ queue, selection }: QueueTableProps) {
  const router = useRouter();
  const { query, view, items } = queue;
  const loadMore = useLoadMore(query);
  const open = useCallback((row: QueueItem) => router.push(`/loads/${row.id}`), [router]);

  if (query.isError) {
    return (
      <ErrorState
        title="The queue could not be loaded"
        message={query.error.message}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <div className="flex-1 md:px-4">
      <DataTable
        label="Loads to submit"
        columns={QUEUE_COLUMNS}
        rows={items}
        rowKey={rowKey}
        rowCount={queue.total?.count}
        loading={query.isPending}
        sort={{ column: view.sort, direction: view.order }}
        onSort={queue.sortBy}
        selection={selection}
        onOpen={open}
        onEndReached={loadMore}
        empty={<QueueEmpty narrowed={queue.narrowed} onClear={() => queue.narrow({ q: "", show: "all" })} />}
        phoneGrid={QUEUE_PHONE_GRID}
      />
    </div>
  );
}
