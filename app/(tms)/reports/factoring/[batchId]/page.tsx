import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { BatchReportDetail } from "#components/reports/batch-report-detail.tsx";
import { batchSearchParams } from "#components/reports/batch-search-params.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import type { BatchId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import type { InvoiceFilter } from "#server/reports/rules/invoice-filter.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Factoring batch" };

const loadNarrowing = createLoader(batchSearchParams);

type Props = { params: Promise<{ batchId: string }>; searchParams: Promise<SearchParams> };

export default async function FactoringBatchPage({ params, searchParams }: Props) {
  await requireActor("billing");
  const { batchId } = await params;
  if (!isId("batch", batchId)) notFound();
  const { show, q } = await loadNarrowing(searchParams);
  await Promise.all([
    fetchBatch(batchId),
    prefetchInvoices(batchId, show, q || null),
    show === "all" && !q && prefetchInvoices(batchId, "needs_you", null),
  ]);
  return (
    <HydrateClient>
      <BatchReportDetail batchId={batchId} />
    </HydrateClient>
  );
}

async function fetchBatch(batchId: BatchId): Promise<void> {
  try {
    await getQueryClient().fetchQuery(trpc.reports.getBatch.queryOptions({ batchId }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

function prefetchInvoices(batchId: BatchId, filter: InvoiceFilter, search: string | null): Promise<void> {
  return getQueryClient().prefetchInfiniteQuery(
    trpc.reports.listBatchInvoices.infiniteQueryOptions(
      { batchId, filter, search },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
}
