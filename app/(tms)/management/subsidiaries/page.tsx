import type { Metadata } from "next";
import { SubsidiariesPage } from "#components/company-profile/subsidiaries-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Subsidiaries" };

export default async function Subsidiaries() {
  await requireActor("setup");
  await prefetch(trpc.subsidiaries.settings.queryOptions());
  return (
    <HydrateClient>
      <SubsidiariesPage />
    </HydrateClient>
  );
}
