import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { BatchReport } from "#components/reports/batch-report.tsx";
import { reportSearchParams, toBatchFilter } from "#components/reports/report-search-params.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { forPage, getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Factoring report" };

const loadFilter = createLoader(reportSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function FactoringReportPage({ searchParams }: Props) {
  const actor = await requireActor("billing");
  const filter = toBatchFilter(await loadFilter(searchParams));
  await forPage(actor, () =>
    Promise.all([
      prefetch(trpc.reports.overview.queryOptions()),
      getQueryClient().prefetchInfiniteQuery(
        trpc.reports.listBatches.infiniteQueryOptions(filter, {
          getNextPageParam: (page) => page.nextCursor,
        }),
      ),
    ]),
  );
  return (
    <HydrateClient>
      <BatchReport />
    </HydrateClient>
  );
}
