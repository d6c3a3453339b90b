import { Label } from "#components/ui/label.tsx";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { NewCustomerSubsidiary } from "#server/customers/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { MethodSelect } from "./method-select.tsx";

type NewCustomerMethodsProps = {
  subsidiaries: readonly NewCustomerSubsidiary[];
  methodOf: (subsidiary: NewCustomerSubsidiary) => InvoicingMethod | null;
  onChoose: (id: SubsidiaryId, method: InvoicingMethod | null) => void;
};

/** How the new customer is invoiced for each subsidiary, with the usual method already chosen. */
export function NewCustomerMethods({ subsidiaries, methodOf, onChoose }: NewCustomerMethodsProps) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">Invoicing methods</legend>
      <p className="pb-2 text-muted-foreground text-sm">
        {subsidiaries.length === 0
          ? "The company has no subsidiary yet; once an admin adds one, the method is chosen on the profile."
          : "Only loads of a subsidiary with Factoring go to OTR Solutions. Brokers start with it where the subsidiary is connected."}
      </p>
      <ul className="divide-y rounded-md border empty:hidden">
        {subsidiaries.map((subsidiary) => (
          <li
            key={subsidiary.id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2"
          >
            <Label htmlFor={`method-${subsidiary.id}`}>{subsidiary.name}</Label>
            <MethodSelect
              id={`method-${subsidiary.id}`}
              value={methodOf(subsidiary)}
              onChange={(method) => onChoose(subsidiary.id, method)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
