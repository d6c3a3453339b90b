import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { CustomerFieldsInput, CustomerProfile } from "#server/customers/schemas.ts";

/**
 * What is being typed, over what is stored: untouched fields follow what others save meanwhile. Saving stores the
 * fields shown, and the draft is over.
 */
export function useCustomerDraft(customer: CustomerProfile) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Partial<CustomerFieldsInput>>({});
  const fields = { ...storedFields(customer), ...draft };
  const save = useMutation(
    trpc.customers.update.mutationOptions({
      onSuccess: (profile) => {
        queryClient.setQueryData(trpc.customers.get.queryKey({ customerId: customer.id }), profile);
        void queryClient.invalidateQueries(trpc.customers.pathFilter());
      },
    }),
  );
  const set = (change: Partial<CustomerFieldsInput>) => {
    setDraft((current) => ({ ...current, ...change }));
    if (!save.isIdle && !save.isPending) save.reset();
  };
  const submit = () =>
    save.mutate(
      { customerId: customer.id, ...fields },
      // What was typed while the save was on its way stays.
      { onSuccess: () => setDraft((current) => (current === draft ? {} : current)) },
    );
  return { fields, set, submit, save, untouched: Object.keys(draft).length === 0 };
}

function storedFields(customer: CustomerProfile): CustomerFieldsInput {
  const { name, kind, street, city, state, zip } = customer;
  return { name, kind, street, city, state, zip, mcNumber: customer.mcNumber ?? "" };
}
