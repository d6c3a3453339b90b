import { CustomerPicker } from "#components/customers/customer-picker.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { CustomerRow } from "#server/customers/schemas.ts";

type CustomerFieldProps = {
  chosen: string;
  onChoose: (customer: CustomerRow) => void;
  error?: string;
  hint?: string;
  readOnly?: boolean;
};

/** Whose load it is: found by name or MC number, or only read. */
export function CustomerField({ chosen, readOnly = false, ...props }: CustomerFieldProps) {
  if (readOnly) {
    return <TextField id="customer" label="Customer" value={chosen} onChange={() => undefined} readOnly />;
  }
  return <CustomerPicker id="customer" chosen={chosen} {...props} />;
}

/** What is worth knowing of how a customer is invoiced for a subsidiary's loads; undefined where all is well. */
export function factoringHint(customer: CustomerRow | undefined, subsidiaryId: string): string | undefined {
  if (!customer) return undefined;
  const isFactored = customer.invoicing.some(
    (each) => each.subsidiaryId === subsidiaryId && each.method === "factoring",
  );
  if (!isFactored) return "Not invoiced through Factoring for this subsidiary, so its loads don't go to OTR.";
  return customer.mcNumber === null
    ? "This customer has no MC number: OTR can't check its credit or take its invoices."
    : undefined;
}
