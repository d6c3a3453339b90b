import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerId, LoadId } from "#server/kernel/ids.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";

export type InvoiceFacts = {
  loadId: LoadId;
  customerId: CustomerId;
  customerName: string;
  subsidiaryName: string;
  status: LoadStatus;
  method: InvoicingMethod | null;
  /** The customer's billing address. */
  billTo: { street: string; city: string; state: string; zip: string };
  hasLines: boolean;
  totalCents: number;
  hasNotice: boolean;
};

/** What keeps a load from being invoiced, and the page that mends it. */
export type InvoiceBlocker = {
  reason: "not_released" | "no_charges" | "no_bill_to" | "no_notice";
  sentence: string;
  fix: { label: string; href: string };
};

type Check = {
  holds: (facts: InvoiceFacts) => boolean;
  sentence: (facts: InvoiceFacts) => string;
  fix: (facts: InvoiceFacts) => InvoiceBlocker["fix"];
};

const CHECKS = {
  not_released: {
    holds: ({ status }) => status !== "released",
    sentence: ({ status }) =>
      `The load is ${LOAD_STATUS_LABELS[status]}. An invoice is made when it is Released.`,
    fix: ({ loadId }) => ({ label: "See its status", href: `/loads/${loadId}#status` }),
  },
  no_charges: {
    holds: ({ hasLines, totalCents }) => !hasLines || totalCents <= 0,
    sentence: () =>
      "The charges come to $0.00 or less, and an invoice must ask for something. Enter the line haul.",
    fix: ({ loadId }) => ({ label: "Enter the charges", href: `/loads/${loadId}#charges` }),
  },
  no_bill_to: {
    holds: ({ billTo }) => Object.values(billTo).some((part) => part.trim() === ""),
    sentence: ({ customerName, billTo }) =>
      `The billing address of ${customerName} has no ${missingParts(billTo)}, so the invoice has no complete bill-to.`,
    fix: ({ customerId }) => ({
      label: "Complete the address",
      href: `/customers/${customerId}#billing-street`,
    }),
  },
  no_notice: {
    holds: ({ method, hasNotice }) => method === "factoring" && !hasNotice,
    sentence: ({ subsidiaryName }) =>
      `${subsidiaryName} has no Notice of Assignment, and every invoice that goes to the factor must carry it. An admin copies OTR Solutions' text into Company Profile.`,
    fix: () => ({ label: "Add the Notice of Assignment", href: "/management/company-profile" }),
  },
} as const satisfies Record<InvoiceBlocker["reason"], Check>;

/** Everything that keeps a load from being invoiced (R19), in the order in which to mend it; empty: it may be. */
export function invoiceBlockers(facts: InvoiceFacts): InvoiceBlocker[] {
  const reasons = Object.keys(CHECKS) as InvoiceBlocker["reason"][];
  return reasons
    .filter((reason) => CHECKS[reason].holds(facts))
    .map((reason) => ({
      reason,
      sentence: CHECKS[reason].sentence(facts),
      fix: CHECKS[reason].fix(facts),
    }));
}

const PARTS = { street: "street", city: "city", state: "state", zip: "ZIP code" } as const;

function missingParts(billTo: InvoiceFacts["billTo"]): string {
  const missing = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => billTo[part].trim() === "");
  return missing.map((part) => PARTS[part]).join(", ");
}
