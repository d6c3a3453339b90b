import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { defaultMethod } from "#server/customers/rules/default-method.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerFieldsInput, NewCustomerSubsidiary } from "#server/customers/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

const EMPTY: CustomerFieldsInput = {
  ...{ name: "", kind: "broker", mcNumber: "" },
  ...{ street: "", city: "", state: "", zip: "" },
};

/** A customer being added. A method is the usual one for the kind until a person chooses; created, its profile opens. */
export function useNewCustomer(subsidiaries: readonly NewCustomerSubsidiary[]) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [fields, setFields] = useState(EMPTY);
  const [chosen, setChosen] = useState<ReadonlyMap<SubsidiaryId, InvoicingMethod | null>>(new Map());
  const create = useMutation(
    trpc.customers.create.mutationOptions({
      onSuccess: (result) => {
        if (result.kind !== "created") return;
        void queryClient.invalidateQueries(trpc.customers.pathFilter());
        router.push(`/customers/${result.customerId}`);
      },
    }),
  );
  const methodOf = ({ id, isConnected }: NewCustomerSubsidiary) => {
    const choice = chosen.get(id);
    return choice === undefined ? defaultMethod(fields.kind, isConnected) : choice;
  };
  const answer = create.data?.kind === "created" ? undefined : create.data;
  return {
    fields,
    set: (change: Partial<CustomerFieldsInput>) => {
      setFields((current) => ({ ...current, ...change }));
      if (!create.isPending) create.reset();
    },
    methodOf,
    choose: (id: SubsidiaryId, method: InvoicingMethod | null) =>
      setChosen((current) => new Map(current).set(id, method)),
    submit: () =>
      create.mutate({
        ...fields,
        methods: subsidiaries.flatMap((subsidiary) => {
          const method = methodOf(subsidiary);
          return method ? [{ subsidiaryId: subsidiary.id, method }] : [];
        }),
        sameMcIsFine: answer?.kind === "same_mc",
      }),
    /** What kept it from being added, for the person to decide. */
    answer,
    error: create.error,
    // Until the profile is there, the form stays busy.
    isPending: create.isPending || create.data?.kind === "created",
  };
}
