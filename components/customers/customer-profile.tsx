"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { CreditBesideName } from "#components/credit-check/credit-beside-name.tsx";
import { CreditNotices } from "#components/credit-check/credit-notices.tsx";
import { CreditSection } from "#components/credit-check/credit-section.tsx";
import { useCreditCheck } from "#components/credit-check/use-credit-check.ts";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { CustomerProfile as Profile } from "#server/customers/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { CustomerForm } from "./customer-form.tsx";
import { CUSTOMER_KIND_LABELS } from "./customer-kind.ts";
import { CustomerLoads } from "./customer-loads.tsx";
import { InvoicingMethods } from "./invoicing-methods.tsx";

/** One customer: who it is, how it is invoiced, and what OTR says of it (R11–R13). */
export function CustomerProfile({ customerId }: { customerId: CustomerId }) {
  const trpc = useTRPC();
  useLive(
    ["customer", "queue", "credit", "integration", "load"],
    [trpc.customers.pathKey(), trpc.loads.list.queryKey({ customerId })],
  );
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ customerId }));
  const check = useCreditCheck({ customerId });
  return (
    <>
      <nav aria-label="Breadcrumb" className="px-4 pt-3 text-sm md:px-6">
        <Link href="/customers" className="text-link underline-offset-4 hover:underline">
          Customers
        </Link>
      </nav>
      <PageHeader
        title={customer.name}
        beside={<CreditBesideName check={check} />}
        context={contextOf(customer)}
      />
      <div className="grid max-w-4xl gap-2 px-4 pb-2 empty:hidden md:px-6">
        <CreditNotices check={check} customerId={customerId} />
      </div>
      <div className="grid max-w-4xl gap-8 px-4 pt-2 pb-12 md:px-6">
        <CustomerForm customer={customer} />
        <InvoicingMethods customer={customer} />
        <CreditSection check={check} customerId={customerId} />
        <CustomerLoads customer={customer} />
      </div>
    </>
  );
}

function contextOf({ kind, mcNumber, loads }: Profile): string {
  const count = loads.all === 1 ? "1 load" : `${loads.all} loads`;
  const queued = loads.queued > 0 ? `, ${loads.queued} queued` : "";
  const mc = mcNumber ? `MC ${mcNumber}` : "no MC number";
  return `${CUSTOMER_KIND_LABELS[kind]} · ${mc} · ${count}${queued}`;
}
