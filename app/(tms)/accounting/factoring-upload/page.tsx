import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import {
  chooseSubsidiary,
  type QueueSearchParams,
  queueSearchParams,
  toQueueView,
} from "#components/factoring/queue-search-params.ts";
import { UploadPage } from "#components/factoring/upload-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { EXCEPTIONS_SHOWN } from "#server/factoring/rules/exceptions-shown.ts";
import { forPage, getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Factoring Upload" };

const loadParams = createLoader(queueSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function FactoringUploadPage({ searchParams }: Props) {
  const actor = await requireActor("billing");
  const params = await loadParams(searchParams);
  await forPage(actor, () => prefetchDesk(params));
  return (
    <HydrateClient>
      <UploadPage />
    </HydrateClient>
  );
}

async function prefetchDesk(params: QueueSearchParams): Promise<void> {
  const client = getQueryClient();
  const subsidiaries = await client.fetchQuery(trpc.subsidiaries.list.queryOptions());
  const chosen = chooseSubsidiary(subsidiaries, params.subsidiary);
  if (!chosen) return;
  const of = { subsidiaryId: chosen.id };
  await Promise.all([
    prefetch(
      trpc.factoring.blockers.queryOptions(of),
      trpc.factoring.needsYou.queryOptions({ ...of, limit: EXCEPTIONS_SHOWN.first }),
      trpc.factoring.hasNotReady.queryOptions(of),
      trpc.factoring.runningBatches.queryOptions(of),
    ),
    client.prefetchInfiniteQuery(
      trpc.factoring.queue.infiniteQueryOptions(toQueueView(params, chosen.id), {
        getNextPageParam: (page) => page.next,
      }),
    ),
  ]);
}
