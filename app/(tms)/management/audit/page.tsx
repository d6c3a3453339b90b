import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { AuditPage } from "#components/audit/audit-page.tsx";
import { auditSearchParams, toAuditFilter } from "#components/audit/audit-search-params.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Audit" };

const loadFilter = createLoader(auditSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function Audit({ searchParams }: Props) {
  await requireActor("setup");
  const filter = toAuditFilter(await loadFilter(searchParams));
  await Promise.all([
    prefetch(trpc.audit.people.queryOptions()),
    getQueryClient().prefetchInfiniteQuery(
      trpc.audit.list.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
    ),
  ]);
  return (
    <HydrateClient>
      <AuditPage />
    </HydrateClient>
  );
}
