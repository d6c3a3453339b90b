import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { CustomerList } from "#components/customers/customer-list.tsx";
import { customerSearchParams, toCustomerFilter } from "#components/customers/customer-search-params.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Customers" };

const loadParams = createLoader(customerSearchParams);

type Props = { searchParams: Promise<SearchParams> };

export default async function CustomersPage({ searchParams }: Props) {
  await requireActor("signed_in");
  const filter = toCustomerFilter(await loadParams(searchParams));
  await getQueryClient().prefetchInfiniteQuery(
    trpc.customers.list.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor }),
  );
  return (
    <HydrateClient>
      <CustomerList />
    </HydrateClient>
  );
}
