import type { CustomerFieldName } from "./customer-fields.ts";
import { importFields } from "./import-field.ts";
import type { ImportKind } from "./import-kind.ts";
import type { LoadFieldName } from "./load-fields.ts";

const CUSTOMERS: readonly Partial<Record<CustomerFieldName, string>>[] = [
  {
    name: "Prairie Lantern Logistics",
    mcNumber: "MC-412907",
    kind: "Broker",
    street: "1200 Rail Yard Rd",
    city: "Joliet",
    state: "IL",
    zip: "60432",
    invoicingMethod: "Factoring",
  },
  {
    name: "Cedar Fork Paper Mill",
    kind: "Shipper",
    street: "48 Mill St",
    city: "Toledo",
    state: "OH",
    zip: "43604",
    invoicingMethod: "Email",
  },
];

const LOADS: readonly Partial<Record<LoadFieldName, string>>[] = [
  {
    loadNumber: "NR-48211",
    customer: "Prairie Lantern Logistics",
    customerMc: "MC-412907",
    status: "Delivered",
    poNumber: "PLL-77120",
    originCity: "Joliet",
    originState: "IL",
    destinationCity: "Toledo",
    destinationState: "OH",
    pickupOn: "10/10/2026",
    deliveredOn: "10/11/2026",
    weightLb: "42,000",
    miles: "246",
    lineHaul: "$1,850.00",
    fuelSurcharge: "$212.50",
    total: "$2,062.50",
  },
  {
    loadNumber: "NR-48212",
    customer: "Cedar Fork Paper Mill",
    status: "Open",
    originCity: "Toledo",
    originState: "OH",
    destinationCity: "Columbus",
    destinationState: "OH",
    pickupOn: "2026-12-01",
    miles: "142",
    lineHaul: "640",
    total: "640",
  },
];

/** The template of a kind of file: its headers, which are matched by themselves, and two rows to write over. */
export function templateRows(kind: ImportKind): string[][] {
  const fields = importFields(kind);
  const examples: readonly Record<string, string>[] = kind === "customers" ? CUSTOMERS : LOADS;
  return [
    fields.map(({ label }) => label),
    ...examples.map((row) => fields.map(({ name }) => row[name] ?? "")),
  ];
}
