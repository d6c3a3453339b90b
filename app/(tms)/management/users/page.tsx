import type { Metadata } from "next";
import { UsersPage } from "#components/users/users-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Users" };

export default async function Users() {
  await requireActor("setup");
  await prefetch(trpc.users.list.queryOptions());
  return (
    <HydrateClient>
      <UsersPage />
    </HydrateClient>
  );
}
