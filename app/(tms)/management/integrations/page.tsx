import type { Metadata } from "next";
import { IntegrationsPage } from "#components/integrations/integrations-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Integrations" };

export default async function Integrations() {
  await requireActor("setup");
  await prefetch(trpc.integrations.list.queryOptions());
  return (
    <HydrateClient>
      <IntegrationsPage />
    </HydrateClient>
  );
}
