import type { Metadata } from "next";
import { HomePage } from "#components/home/home-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Home" };

export default async function Home() {
  await requireActor("signed_in");
  await prefetch(trpc.home.get.queryOptions());
  return (
    <HydrateClient>
      <HomePage />
    </HydrateClient>
  );
}
