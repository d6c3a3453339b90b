import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { BatchId } from "#server/kernel/ids.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";

type Narrowing = { batchId: BatchId; filter: InvoiceFilter; search: string | null };

/** The invoices of a batch, page after page as they are wanted; those that need a person come first. */
export function useBatchInvoices(narrowing: Narrowing, { enabled = true } = {}) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.reports.listBatchInvoices.infiniteQueryOptions(narrowing, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const loadMore = useLoadMore(query);
  return { query, rows, loadMore };
}
