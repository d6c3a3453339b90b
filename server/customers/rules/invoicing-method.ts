/** How a customer is invoiced for one subsidiary's loads (R11). */
export const INVOICING_METHODS = ["factoring", "email", "edi", "online_system", "originals"] as const;

export type InvoicingMethod = (typeof INVOICING_METHODS)[number];

export const INVOICING_METHOD_LABELS = {
  factoring: "Factoring",
  email: "Email",
  edi: "EDI",
  online_system: "Online System",
  originals: "Originals",
} as const satisfies Record<InvoicingMethod, string>;

export const CUSTOMER_KINDS = ["broker", "shipper"] as const;

export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
