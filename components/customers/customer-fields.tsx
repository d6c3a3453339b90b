import type { Ref } from "react";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CUSTOMER_KINDS } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerFieldsInput } from "#server/customers/schemas.ts";
import { BillingAddress } from "./billing-address.tsx";
import { CUSTOMER_KIND_LABELS } from "./customer-kind.ts";

type CustomerFieldsProps = {
  fields: CustomerFieldsInput;
  set: (change: Partial<CustomerFieldsInput>) => void;
  /** Per field what is wrong with it, in a sentence. */
  errors: Record<string, string>;
  nameRef?: Ref<HTMLInputElement>;
  mcNumberRef?: Ref<HTMLInputElement>;
};

/** Name, kind, MC number and billing address (R11). */
export function CustomerFields({ fields, set, errors, nameRef, mcNumberRef }: CustomerFieldsProps) {
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TextField
          id="customer-name"
          label="Name"
          value={fields.name}
          onChange={(name) => set({ name })}
          error={errors.name}
          inputRef={nameRef}
        />
        <div className="grid content-start gap-1.5">
          <Label htmlFor="customer-kind">Kind</Label>
          <Select
            id="customer-kind"
            value={fields.kind}
            onChange={({ target }) => {
              const kind = CUSTOMER_KINDS.find((known) => known === target.value);
              if (kind) set({ kind });
            }}
          >
            {CUSTOMER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {CUSTOMER_KIND_LABELS[kind]}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <TextField
        id="mc-number"
        label="MC number"
        value={fields.mcNumber}
        onChange={(typed) => set({ mcNumber: typed })}
        error={errors.mcNumber}
        hint={mcHint(fields.mcNumber)}
        inputRef={mcNumberRef}
      />
      <BillingAddress fields={fields} set={set} errors={errors} />
    </>
  );
}

function mcHint(typed: string): string {
  if (typed.trim() !== "") return "Kept as digits: “MC” and leading zeros are dropped.";
  return "Without an MC number OTR can't check this customer's credit, and each of its invoices fails in a batch.";
}
