import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";

export type ShipperRow = readonly [
  name: string,
  street: string,
  city: string,
  state: string,
  zip: string,
  poPattern: string,
  method: InvoicingMethod,
];

/** Invented direct customers, invoiced without the factor. */
export const SHIPPERS: readonly ShipperRow[] = [
  ["Barrow Mills Foods", "1 Mill Rd", "Decatur", "IL", "62521", "45########", "email"],
  ["Delmont Paper Co", "900 River Dr", "Appleton", "WI", "54911", "DP-######", "edi"],
  ["Kettle Creek Grain Cooperative", "12 Elevator Rd", "Fremont", "NE", "68025", "KC####", "originals"],
  ["Ostrander Steel Supply", "4800 Furnace St", "Gary", "IN", "46402", "OS#######", "online_system"],
];
