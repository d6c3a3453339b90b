import { type FormEvent, useEffect, useRef } from "react";
import { Section } from "#components/layout/section.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CustomerProfile } from "#server/customers/schemas.ts";
import { CustomerFields } from "./customer-fields.tsx";
import { CustomerLinks } from "./customer-links.tsx";
import { useCustomerDraft } from "./use-customer-draft.ts";

/** A customer's fields, saved together. A link to `#mc-number` lands in that field. */
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
        {customer.sameMc.length > 0 && (
          <Alert role="status">
            <span>
              <CustomerLinks customers={customer.sameMc} /> {customer.sameMc.length === 1 ? "has" : "have"}{" "}
              the same MC number, so OTR checks their credit as one. If it is the same broker, use one of them
              for new loads.
            </span>
          </Alert>
        )}
        <CustomerFields fields={fields} set={set} errors={errors} mcNumberRef={mcNumber} />
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
