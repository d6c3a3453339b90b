import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { LoadList } from "#components/loads/load-list.tsx";
import { loadSearchParams, toLoadFilter } from "#components/loads/load-search-params.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Loads" };

const loadParams = createLoader(loadSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function LoadsPage({ searchParams }: Props) {
  await requireActor("signed_in");
  const filter = toLoadFilter(await loadParams(searchParams));
  const { customerId } = filter;
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchInfiniteQuery(
      trpc.loads.list.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
    ),
    queryClient.prefetchQuery(trpc.subsidiaries.list.queryOptions()),
    customerId && queryClient.prefetchQuery(trpc.customers.get.queryOptions({ customerId })),
  ]);
  return (
    <HydrateClient>
      <LoadList />
    </HydrateClient>
  );
}
