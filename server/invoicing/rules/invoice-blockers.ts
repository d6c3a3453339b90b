import { type ForReader, forReader, type Mend } from "#server/auth/rules/for-reader.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
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

/** What keeps a load from being invoiced, for one reader: the page that mends it, else whom to ask. */
export type InvoiceBlocker = ForReader & {
  reason: "not_released" | "no_charges" | "no_bill_to" | "no_notice";
};

type Check = {
  holds: (facts: InvoiceFacts) => boolean;
  sentence: (facts: InvoiceFacts) => string;
  mend: (facts: InvoiceFacts) => Mend;
};

const CHECKS = {
  not_released: {
    holds: ({ status }) => status !== "released",
    sentence: ({ status }) =>
      `The load is ${LOAD_STATUS_LABELS[status]}. An invoice is made when it is Released.`,
    mend: ({ loadId }) => ({
      gate: "signed_in",
      label: "See its status",
      href: `/loads/${loadId}#status`,
    }),
  },
  no_charges: {
    holds: ({ hasLines, totalCents }) => !hasLines || totalCents <= 0,
    sentence: () =>
      "The charges come to $0.00 or less, and an invoice must ask for something. Enter the line haul.",
    mend: ({ loadId }) => ({
      gate: "signed_in",
      label: "Enter the charges",
      href: `/loads/${loadId}#charges`,
    }),
  },
  no_bill_to: {
    holds: ({ billTo }) => Object.values(billTo).some((part) => part.trim() === ""),
    sentence: ({ customerName, billTo }) =>
      `The billing address of ${customerName} has no ${missingParts(billTo)}, so the invoice has no complete bill-to.`,
    mend: ({ customerId }) => ({
      gate: "signed_in",
      label: "Complete the address",
      href: `/customers/${customerId}#billing-street`,
    }),
  },
  no_notice: {
    holds: ({ method, hasNotice }) => method === "factoring" && !hasNotice,
    sentence: ({ subsidiaryName }) =>
      `${subsidiaryName} has no Notice of Assignment, and every invoice that goes to the factor must carry it. OTR Solutions gives you its text; it is kept in Company Profile.`,
    mend: () => ({
      gate: "setup",
      label: "Add the Notice of Assignment",
      href: "/management/company-profile",
    }),
  },
} as const satisfies Record<InvoiceBlocker["reason"], Check>;

/** Everything that keeps a load from being invoiced (R19), in the order in which to mend it; empty: it may be. */
export function invoiceBlockers(facts: InvoiceFacts, reader: Membership): InvoiceBlocker[] {
  const reasons = Object.keys(CHECKS) as InvoiceBlocker["reason"][];
  return reasons
    .filter((reason) => CHECKS[reason].holds(facts))
    .map((reason) => ({
      reason,
      ...forReader(CHECKS[reason].sentence(facts), CHECKS[reason].mend(facts), reader),
    }));
}

const PARTS = { street: "street", city: "city", state: "state", zip: "ZIP code" } as const;

function missingParts(billTo: InvoiceFacts["billTo"]): string {
  const missing = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((part) => billTo[part].trim() === "");
  return missing.map((part) => PARTS[part]).join(", ");
}
