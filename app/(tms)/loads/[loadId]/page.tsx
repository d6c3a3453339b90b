import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LoadPage } from "#components/loads/load-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";
import { getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Load" };

type Props = { params: Promise<{ loadId: string }> };

export default async function LoadDetailsPage({ params }: Props) {
  await requireActor("signed_in");
  const { loadId } = await params;
  if (!isId("load", loadId)) notFound();
  const load = await fetchLoad(loadId);
  await prefetch(
    trpc.credit.get.queryOptions({ customerId: load.customer.id, subsidiaryId: load.subsidiaryId }),
  );
  return (
    <HydrateClient>
      <LoadPage loadId={loadId} />
    </HydrateClient>
  );
}

async function fetchLoad(loadId: LoadId): Promise<LoadDetails> {
  try {
    const queryClient = getQueryClient();
    const [load] = await Promise.all([
      queryClient.fetchQuery(trpc.loads.get.queryOptions({ loadId })),
      queryClient.fetchQuery(trpc.documents.ofLoad.queryOptions({ loadId })),
    ]);
    return load;
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
