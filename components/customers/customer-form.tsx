import { type FormEvent, useEffect, useRef } from "react";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { CUSTOMER_KINDS } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerProfile } from "#server/customers/schemas.ts";
import { BillingAddress } from "./billing-address.tsx";
import { CUSTOMER_KIND_LABELS } from "./customer-kind.ts";
import { useCustomerDraft } from "./use-customer-draft.ts";

/** Name, kind, MC number and billing address, saved together. A link to `#mc-number` lands in that field. */
export function CustomerForm({ customer }: { customer: CustomerProfile }) {
  const { fields, set, submit, save, untouched } = useCustomerDraft(customer);
  const errors = save.error?.data?.fieldErrors ?? {};
  const refusal = save.error && Object.keys(errors).length === 0 ? save.error.message : undefined;
  const mcNumber = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (window.location.hash === "#mc-number") mcNumber.current?.focus();
  }, []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) submit();
  };
  return (
    <Section id="profile" title="Profile">
      <form onSubmit={onSubmit} noValidate aria-busy={save.isPending} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField
            id="customer-name"
            label="Name"
            value={fields.name}
            onChange={(name) => set({ name })}
            error={errors.name}
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
          inputRef={mcNumber}
        />
        <BillingAddress fields={fields} set={set} errors={errors} />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" aria-disabled={save.isPending}>
            {save.isPending ? "Saving…" : "Save"}
          </Button>
          <p aria-live="polite" className="text-sm">
            {save.isSuccess && untouched && <span className="text-done">Saved.</span>}
            {refusal && <span className="text-failed">{refusal}</span>}
          </p>
        </div>
      </form>
    </Section>
  );
}

function mcHint(typed: string): string {
  if (typed.trim() !== "") return "Kept as digits: “MC” and leading zeros are dropped.";
  return "Without an MC number OTR can't check this customer's credit, and each of its invoices fails in a batch.";
}
