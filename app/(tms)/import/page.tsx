import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { importSearchParams } from "#components/imports/import-search-params.ts";
import { ImportStart } from "#components/imports/import-start.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Import" };

const loadParams = createLoader(importSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function ImportPage({ searchParams }: Props) {
  await requireActor("signed_in");
  const { kind } = await loadParams(searchParams);
  await getQueryClient().prefetchInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.nextCursor }),
  );
  return (
    <HydrateClient>
      <ImportStart key={kind} kind={kind} />
    </HydrateClient>
  );
}
