import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { QUEUE_SORTS } from "#server/factoring/rules/queue-view.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { queueItems } from "./dto.ts";
import { type QueueSearchParams, queueSearchParams, toQueueView } from "./queue-search-params.ts";

export type Queue = ReturnType<typeof useQueue>;

/** How much of a subsidiary's queue the address asks for; undefined while it is counted. */
export function useQueueTotal(subsidiaryId: SubsidiaryId) {
  const { total, view } = useQueueQuery(subsidiaryId);
  return { total, narrowed: isNarrowed(view) };
}

function useQueueQuery(subsidiaryId: SubsidiaryId) {
  const trpc = useTRPC();
  const [params, setParams] = useQueryStates(queueSearchParams, { history: "replace" });
  const view = toQueueView(params, subsidiaryId);
  const query = useInfiniteQuery(
    trpc.factoring.queue.infiniteQueryOptions(view, {
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  );
  const { data: total } = useQuery(trpc.factoring.queueTotal.queryOptions(view));
  return { query, total, view, setParams };
}

/** The queue as the address asks for it, page by page, kept fresh while it is open. */
export function useQueue(subsidiaryId: SubsidiaryId) {
  const trpc = useTRPC();
  const { query, total, view, setParams } = useQueueQuery(subsidiaryId);
  useLive(
    ["queue", "credit", "integration"],
    [
      trpc.factoring.queue.pathKey(),
      trpc.factoring.queueTotal.pathKey(),
      trpc.factoring.hasNotReady.pathKey(),
      trpc.factoring.notReady.pathKey(),
      trpc.factoring.blockers.pathKey(),
    ],
  );
  useLive(
    ["queue", "batch", "credit"],
    [
      trpc.factoring.needsYou.pathKey(),
      trpc.factoring.runningBatches.pathKey(),
      trpc.factoring.batchProgress.pathKey(),
    ],
  );
  const narrow = useCallback((change: Partial<QueueSearchParams>) => void setParams(change), [setParams]);
  const items = useMemo(() => queueItems(query.data?.pages ?? []), [query.data]);

  return {
    query,
    view,
    items,
    total,
    narrowed: isNarrowed(view),
    narrow,
    sortBy: (column: string) => {
      const sort = QUEUE_SORTS.find((each) => each === column);
      if (!sort) return;
      const turned = sort === view.sort && view.order === "asc";
      void setParams({ sort, dir: turned ? "desc" : "asc" });
    },
  };
}

function isNarrowed({ search, filter }: ReturnType<typeof toQueueView>): boolean {
  return search !== "" || filter !== "all";
}
