import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { type AuditSearchParams, auditSearchParams, toAuditFilter } from "./audit-search-params.ts";

/** What the audit is narrowed to, kept in the address. */
export function useAuditFilter() {
  const [params, setParams] = useQueryStates(auditSearchParams, { history: "replace" });
  const set = useCallback((change: Partial<AuditSearchParams>) => void setParams(change), [setParams]);
  const clear = useCallback(() => void setParams(null), [setParams]);
  const search = useCallback((about: string) => void setParams({ about: about || null }), [setParams]);
  return { params, filter: toAuditFilter(params), set, search, clear };
}

/** The entries a filter leaves, page after page as they are wanted. */
export function useAudit(filter: ReturnType<typeof toAuditFilter>) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const loadMore = useLoadMore(query);
  // From the top: only the first page is read again, however far one had scrolled.
  const showNewer = () => {
    client.setQueryData(trpc.audit.list.infiniteQueryKey(filter), firstPage);
    window.scrollTo({ top: 0 });
    void query.refetch();
  };
  return { query, rows, loadMore, showNewer };
}

function firstPage<Page, Param>(data: InfiniteData<Page, Param> | undefined) {
  return data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
}
