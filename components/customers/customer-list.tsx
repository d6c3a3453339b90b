"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { ErrorState } from "#components/layout/error-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { useLoadMore } from "#components/layout/use-load-more.ts";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { CUSTOMER_COLUMNS, CUSTOMER_PHONE_GRID } from "./customer-columns.tsx";
import { customerSearchParams, toCustomerFilter } from "./customer-search-params.ts";
import { NoCustomers } from "./no-customers.tsx";

/** Customers by name, narrowed by search (R11). */
export function CustomerList() {
  const trpc = useTRPC();
  const router = useRouter();
  const [params, setParams] = useQueryStates(customerSearchParams, { history: "replace" });
  const search = useCallback((q: string) => void setParams({ q: q || null }), [setParams]);
  useLive(["customer", "import", "queue", "credit", "integration"], [trpc.customers.pathKey()]);
  const customers = useInfiniteQuery(
    trpc.customers.list.infiniteQueryOptions(toCustomerFilter(params), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const loadMore = useLoadMore(customers);
  const rows = useMemo(() => customers.data?.pages.flatMap((page) => page.rows) ?? [], [customers.data]);

  return (
    <>
      <PageHeader title="Customers" context="Brokers and shippers, and how each is invoiced">
        <Button asChild className="max-sm:h-10">
          <Link href="/import?kind=customers">Import</Link>
        </Button>
        <Button asChild variant="primary" className="max-sm:h-10">
          <Link href="/customers/new">New customer</Link>
        </Button>
      </PageHeader>
      <search aria-label="Filter customers" className="flex px-4 pb-3 md:px-6">
        <SearchBox
          label="Search customers"
          placeholder="Name, MC number or city"
          value={params.q}
          onSearch={search}
        />
      </search>
      {customers.isError ? (
        <ErrorState
          title="The customers could not be loaded"
          message={customers.error.message}
          onRetry={() => void customers.refetch()}
        />
      ) : (
        <div className="md:px-4">
          <DataTable
            label="Customers"
            columns={CUSTOMER_COLUMNS}
            rows={rows}
            rowKey={(customer) => customer.id}
            loading={customers.isPending}
            onOpen={(customer) => router.push(`/customers/${customer.id}`)}
            onEndReached={loadMore}
            empty={<NoCustomers search={params.q} onClear={() => search("")} />}
            phoneGrid={CUSTOMER_PHONE_GRID}
          />
        </div>
      )}
    </>
  );
}
