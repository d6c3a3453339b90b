"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useEffect, useRef } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CustomerFields } from "./customer-fields.tsx";
import { NamesakeNotice } from "./namesake-notice.tsx";
import { NewCustomerMethods } from "./new-customer-methods.tsx";
import { useNewCustomer } from "./use-new-customer.ts";

/** Customers > New customer: who it is and how it is invoiced, added in one go (R11). */
export function NewCustomerPage() {
  const trpc = useTRPC();
  const { data: subsidiaries } = useSuspenseQuery(trpc.customers.newSubsidiaries.queryOptions());
  const { fields, set, methodOf, choose, submit, answer, error, isPending } = useNewCustomer(subsidiaries);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const errors = error?.data?.fieldErrors ?? {};
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) submit();
  };
  return (
    <>
      <nav aria-label="Breadcrumb" className="px-4 pt-3 text-sm md:px-6">
        <Link href="/customers" className="text-link underline-offset-4 hover:underline">
          Customers
        </Link>
      </nav>
      <PageHeader title="New customer" context="A broker or shipper that your loads are invoiced to" />
      <form
        onSubmit={onSubmit}
        noValidate
        aria-busy={isPending}
        className="grid max-w-4xl gap-4 px-4 pt-2 pb-12 md:px-6"
      >
        <CustomerFields fields={fields} set={set} errors={errors} nameRef={name} />
        <NewCustomerMethods subsidiaries={subsidiaries} methodOf={methodOf} onChoose={choose} />
        {answer && <NamesakeNotice answer={answer} mcNumber={fields.mcNumber} />}
        {error && Object.keys(errors).length === 0 && <Alert meaning="failed">{error.message}</Alert>}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={isPending}>
            {submitLabel(isPending, answer?.kind)}
          </Button>
          <Button asChild className="max-sm:h-10">
            <Link href="/customers">Cancel</Link>
          </Button>
        </div>
      </form>
    </>
  );
}

function submitLabel(isPending: boolean, answer: "name_taken" | "same_mc" | undefined): string {
  if (isPending) return "Adding…";
  return answer === "same_mc" ? "Add it all the same" : "Add customer";
}
