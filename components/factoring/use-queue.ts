import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { isNarrowed, QUEUE_SORTS } from "#server/factoring/rules/queue-view.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { queueItems } from "./dto.ts";
import { type QueueSearchParams, queueSearchParams, toQueueView } from "./queue-search-params.ts";

export type Queue = ReturnType<typeof useQueue>;

/** How much of a subsidiary's queue the address asks for; undefined while it is counted. */
export function useQueueTotal(subsidiaryId: SubsidiaryId) {
  const trpc = useTRPC();
  const { view } = useQueueView(subsidiaryId);
  const { data: total } = useQuery(trpc.factoring.queueTotal.queryOptions(view));
  return { total, narrowed: isNarrowed(view) };
}

function useQueueView(subsidiaryId: SubsidiaryId) {
  const [params, setParams] = useQueryStates(queueSearchParams, { history: "replace" });
  return { view: toQueueView(params, subsidiaryId), setParams };
}

/** The queue as the address asks for it, page by page, kept fresh while it is open. */
export function useQueue(subsidiaryId: SubsidiaryId) {
  const trpc = useTRPC();
  const { view, setParams } = useQueueView(subsidiaryId);
  const { total, narrowed } = useQueueTotal(subsidiaryId);
  const query = useInfiniteQuery(
    trpc.factoring.queue.infiniteQueryOptions(view, {
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  );
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
    narrowed,
    narrow,
    sortBy: (column: string) => {
      const sort = QUEUE_SORTS.find((each) => each === column);
      if (!sort) return;
      const turned = sort === view.sort && view.order === "asc";
      void setParams({ sort, dir: turned ? "desc" : "asc" });
    },
  };
}
