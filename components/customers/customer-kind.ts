import type { CustomerKind } from "#server/customers/rules/invoicing-method.ts";

export const CUSTOMER_KIND_LABELS = {
  broker: "Broker",
  shipper: "Shipper",
} as const satisfies Record<CustomerKind, string>;
