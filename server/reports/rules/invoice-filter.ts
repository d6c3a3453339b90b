/** The chips above the invoices of a batch; each invoice is in `all` and in the ones that fit it. */
export const INVOICE_FILTERS = ["all", "needs_you", "failed", "underway", "open", "financed"] as const;

export type InvoiceFilter = (typeof INVOICE_FILTERS)[number];

export const INVOICE_FILTER_LABELS = {
  all: "All",
  needs_you: "Needs you",
  failed: "Failed",
  underway: "Being sent",
  open: "Open at OTR",
  financed: "Financed",
} as const satisfies Record<InvoiceFilter, string>;
