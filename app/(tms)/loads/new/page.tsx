import type { Metadata } from "next";
import { NewLoad } from "#components/loads/new-load.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "New load" };

export default async function NewLoadPage() {
  await requireActor("signed_in");
  const queryClient = getQueryClient();
  const [first] = await queryClient.fetchQuery(trpc.subsidiaries.list.queryOptions());
  if (first) await queryClient.prefetchQuery(trpc.loads.nextNumber.queryOptions({ subsidiaryId: first.id }));
  return (
    <HydrateClient>
      <NewLoad />
    </HydrateClient>
  );
}
