import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Label } from "#components/ui/label.tsx";
import type { SubsidiaryInvoicing } from "#server/customers/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { MethodSelect } from "./method-select.tsx";

type Props = { customerId: CustomerId; invoicing: SubsidiaryInvoicing };

/** The method for one subsidiary; while it is being saved the choice already shows. */
export function InvoicingMethodChoice({ customerId, invoicing }: Props) {
  const { subsidiaryId, subsidiaryName, method } = invoicing;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.customers.setInvoicingMethod.mutationOptions({
      // Two choices in a row are saved one after the other.
      scope: { id: `method-${customerId}-${subsidiaryId}` },
      onSuccess: (profile) => {
        queryClient.setQueryData(trpc.customers.get.queryKey({ customerId }), profile);
        void queryClient.invalidateQueries(trpc.customers.pathFilter());
      },
    }),
  );
  const shown = change.isPending ? change.variables.method : method;
  const id = `method-${subsidiaryId}`;
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2">
      <Label htmlFor={id}>{subsidiaryName}</Label>
      <div className="flex flex-wrap items-center gap-3">
        <p aria-live="polite" className="text-sm">
          {change.isSuccess && <span className="text-done">Saved.</span>}
          {change.error && <span className="text-failed">{change.error.message}</span>}
        </p>
        <MethodSelect
          id={id}
          value={shown}
          onChange={(chosen) => change.mutate({ customerId, subsidiaryId, method: chosen })}
        />
      </div>
    </li>
  );
}
