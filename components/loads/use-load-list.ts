import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { isNarrowed, loadSearchParams, toLoadFilter } from "./load-search-params.ts";

/** The list as the address asks for it, page by page, kept fresh while it is open. */
export function useLoadList() {
  const trpc = useTRPC();
  const [params, setParams] = useQueryStates(loadSearchParams, { history: "replace" });
  const filter = toLoadFilter(params);
  useLive(["load", "queue", "credit", "integration"], [trpc.loads.pathKey()]);
  const query = useInfiniteQuery(
    trpc.loads.list.infiniteQueryOptions(filter, {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const narrow = useCallback(
    (change: Parameters<typeof setParams>[0]) => void setParams(change),
    [setParams],
  );
  return {
    params,
    filter,
    query,
    rows,
    narrow,
    narrowed: isNarrowed(filter),
    clear: () => void setParams(null),
  };
}
