import type { Metadata } from "next";
import { AccountPage } from "#components/account/account-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Your account" };

export default async function Account() {
  await requireActor("signed_in");
  await prefetch(trpc.account.get.queryOptions(), trpc.account.sessions.queryOptions());
  return (
    <HydrateClient>
      <AccountPage />
    </HydrateClient>
  );
}
