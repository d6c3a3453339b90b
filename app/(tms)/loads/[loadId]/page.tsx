import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LoadPage } from "#components/loads/load-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { isId, type LoadId } from "#server/kernel/ids.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Load" };

type Props = { params: Promise<{ loadId: string }> };

export default async function LoadDetailsPage({ params }: Props) {
  await requireActor("signed_in");
  const { loadId } = await params;
  if (!isId("load", loadId)) notFound();
  await fetchLoad(loadId);
  return (
    <HydrateClient>
      <LoadPage loadId={loadId} />
    </HydrateClient>
  );
}

async function fetchLoad(loadId: LoadId): Promise<void> {
  try {
    await getQueryClient().fetchQuery(trpc.loads.get.queryOptions({ loadId }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
