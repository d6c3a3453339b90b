import { TextField } from "#components/ui/text-field.tsx";
import type { CustomerFieldsInput } from "#server/customers/schemas.ts";

type Address = Pick<CustomerFieldsInput, "street" | "city" | "state" | "zip">;

type BillingAddressProps = {
  fields: Address;
  set: (change: Partial<Address>) => void;
  errors: Record<string, string>;
};

const PARTS = [
  { name: "street", label: "Street", className: "sm:col-span-4" },
  { name: "city", label: "City", className: "sm:col-span-2" },
  { name: "state", label: "State", className: undefined },
  { name: "zip", label: "ZIP code", className: undefined },
] as const satisfies readonly { name: keyof Address; label: string; className: string | undefined }[];

/** Where the customer's invoices are addressed to. */
export function BillingAddress({ fields, set, errors }: BillingAddressProps) {
  return (
    <fieldset>
      <legend className="pb-2 font-medium text-sm">Billing address</legend>
      <div className="grid gap-4 sm:grid-cols-4">
        {PARTS.map(({ name, label, className }) => (
          <TextField
            key={name}
            id={`billing-${name}`}
            label={label}
            value={fields[name]}
            onChange={(value) => set({ [name]: value })}
            error={errors[name]}
            className={className}
          />
        ))}
      </div>
    </fieldset>
  );
}
