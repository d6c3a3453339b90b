import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import {
  chooseSubsidiary,
  queueSearchParams,
  toQueueView,
} from "#components/factoring/queue-search-params.ts";
import { UploadPage } from "#components/factoring/upload-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Factoring Upload" };

const loadParams = createLoader(queueSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function FactoringUploadPage({ searchParams }: Props) {
  await requireActor("billing");
  const params = await loadParams(searchParams);
  const client = getQueryClient();
  const subsidiaries = await client.fetchQuery(trpc.subsidiaries.list.queryOptions());
  const chosen = chooseSubsidiary(subsidiaries, params.subsidiary);
  if (chosen) {
    const of = { subsidiaryId: chosen.id };
    await Promise.all([
      prefetch(
        trpc.factoring.blockers.queryOptions(of),
        trpc.factoring.needsYou.queryOptions(of),
        trpc.factoring.notReady.queryOptions(of),
        trpc.factoring.runningBatches.queryOptions(of),
      ),
      client.prefetchInfiniteQuery(
        trpc.factoring.queue.infiniteQueryOptions(toQueueView(params, chosen.id), {
          getNextPageParam: (page) => page.next,
        }),
      ),
    ]);
  }
  return (
    <HydrateClient>
      <UploadPage />
    </HydrateClient>
  );
}
