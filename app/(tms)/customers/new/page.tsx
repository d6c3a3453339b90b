import type { Metadata } from "next";
import { NewCustomerPage } from "#components/customers/new-customer-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "New customer" };

export default async function NewCustomer() {
  await requireActor("signed_in");
  await prefetch(trpc.customers.newSubsidiaries.queryOptions());
  return (
    <HydrateClient>
      <NewCustomerPage />
    </HydrateClient>
  );
}
