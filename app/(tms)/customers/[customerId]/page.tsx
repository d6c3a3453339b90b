import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CustomerProfile } from "#components/customers/customer-profile.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import { getQueryClient, HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Customer" };

type Props = { params: Promise<{ customerId: string }> };

export default async function CustomerPage({ params }: Props) {
  await requireActor("signed_in");
  const { customerId } = await params;
  if (!isId("customer", customerId)) notFound();
  await Promise.all([
    fetchCustomer(customerId),
    prefetch(trpc.credit.get.queryOptions({ customerId }), trpc.credit.history.queryOptions({ customerId })),
  ]);
  return (
    <HydrateClient>
      <CustomerProfile customerId={customerId} />
    </HydrateClient>
  );
}

async function fetchCustomer(customerId: CustomerId): Promise<void> {
  try {
    await getQueryClient().fetchQuery(trpc.customers.get.queryOptions({ customerId }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
