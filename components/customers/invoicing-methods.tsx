import { EmptyState } from "#components/layout/empty-state.tsx";
import { Section } from "#components/layout/section.tsx";
import type { CustomerProfile } from "#server/customers/schemas.ts";
import { InvoicingMethodChoice } from "./invoicing-method-choice.tsx";

/** How the customer is invoiced, per subsidiary (R11). A choice is saved at once. */
export function InvoicingMethods({ customer }: { customer: CustomerProfile }) {
  return (
    <Section
      id="invoicing-methods"
      title="Invoicing methods"
      about="Only loads of a subsidiary with Factoring go to OTR Solutions. A choice is saved at once."
    >
      {customer.invoicing.length === 0 ? (
        <EmptyState title="No subsidiaries yet">
          An admin adds the company's subsidiaries; then the method for each is chosen here.
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-md border">
          {customer.invoicing.map((invoicing) => (
            <InvoicingMethodChoice
              key={invoicing.subsidiaryId}
              customerId={customer.id}
              invoicing={invoicing}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
