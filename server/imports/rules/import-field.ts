import { type CustomerKind, INVOICING_METHOD_LABELS } from "#server/customers/rules/invoicing-method.ts";
import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import type { ImportKind } from "./import-kind.ts";

/** A field of Lading that a column of the file can fill. */
export type ImportField = {
  name: string;
  label: string;
  /** True where no row is good without it. */
  required: boolean;
  /** What the field takes, where its name doesn't say. */
  hint?: string;
  /** Headers of other programs' exports, the likeliest first, in lower case without signs. */
  headers: readonly string[];
  /** Values that may stand for every row of the file where it has no such column. */
  choices?: readonly string[];
};

const KIND_LABELS = { broker: "Broker", shipper: "Shipper" } as const satisfies Record<CustomerKind, string>;

const CUSTOMER_FIELDS = [
  {
    name: "name",
    label: "Name",
    required: true,
    headers: [
      "name",
      "customer name",
      "customer",
      "company name",
      "company",
      "broker name",
      "broker",
      "bill to",
      "bill to name",
      "client",
    ],
  },
  {
    name: "mcNumber",
    label: "MC number",
    required: false,
    hint: "Credit checks and batches need it",
    headers: [
      "mc number",
      "mc",
      "mc no",
      "mc num",
      "motor carrier number",
      "docket number",
      "docket",
      "broker mc",
      "customer mc",
      "mc mx ff number",
    ],
  },
  {
    name: "kind",
    label: "Kind",
    required: false,
    hint: "Broker or shipper; empty is broker",
    headers: ["kind", "type", "customer type", "company type", "account type"],
    choices: Object.values(KIND_LABELS),
  },
  {
    name: "street",
    label: "Street",
    required: false,
    headers: [
      "street",
      "address",
      "billing address",
      "billing street",
      "address 1",
      "address line 1",
      "street address",
      "address1",
      "mailing address",
    ],
  },
  { name: "city", label: "City", required: false, headers: ["city", "billing city", "mailing city", "town"] },
  {
    name: "state",
    label: "State",
    required: false,
    headers: ["state", "billing state", "st", "province", "state province", "mailing state"],
  },
  {
    name: "zip",
    label: "ZIP code",
    required: false,
    headers: ["zip", "zip code", "zipcode", "postal code", "billing zip", "postcode", "mailing zip"],
  },
  {
    name: "invoicingMethod",
    label: "Invoicing method",
    required: false,
    hint: "For the subsidiary beside it, or for all",
    headers: ["invoicing method", "invoice method", "billing method", "invoicing", "payment method"],
    choices: Object.values(INVOICING_METHOD_LABELS),
  },
  {
    name: "subsidiary",
    label: "Subsidiary",
    required: false,
    hint: "Whose loads the invoicing method is for",
    headers: ["subsidiary", "authority", "office", "division", "terminal"],
  },
] as const satisfies readonly ImportField[];

const LOAD_FIELDS = [
  {
    name: "loadNumber",
    label: "Load number",
    required: true,
    headers: [
      "load number",
      "load",
      "load no",
      "load num",
      "load id",
      "pro number",
      "pro",
      "shipment number",
      "shipment id",
      "order number",
      "order",
    ],
  },
  {
    name: "customer",
    label: "Customer",
    required: false,
    hint: "By name; or the customer’s MC number below",
    headers: [
      "customer",
      "customer name",
      "broker",
      "broker name",
      "bill to",
      "bill to name",
      "client",
      "company",
    ],
  },
  {
    name: "customerMc",
    label: "Customer MC number",
    required: false,
    headers: [
      "mc number",
      "mc",
      "customer mc",
      "customer mc number",
      "broker mc",
      "broker mc number",
      "mc no",
    ],
  },
  {
    name: "subsidiary",
    label: "Subsidiary",
    required: false,
    hint: "By name; not needed where there is one only",
    headers: ["subsidiary", "authority", "carrier", "office", "division", "terminal"],
  },
  {
    name: "status",
    label: "Status",
    required: true,
    hint: "Open, Dispatched, In transit or Delivered",
    headers: ["status", "load status", "shipment status", "order status"],
    choices: [
      LOAD_STATUS_LABELS.open,
      LOAD_STATUS_LABELS.dispatched,
      LOAD_STATUS_LABELS.in_transit,
      LOAD_STATUS_LABELS.delivered,
    ],
  },
  {
    name: "poNumber",
    label: "PO number",
    required: false,
    headers: [
      "po number",
      "po",
      "po no",
      "purchase order",
      "customer reference",
      "reference number",
      "reference",
      "ref",
      "customer ref",
      "broker load number",
    ],
  },
  {
    name: "originCity",
    label: "Origin city",
    required: false,
    hint: "Or city and state, like “Joliet, IL”",
    headers: [
      "origin city",
      "pickup city",
      "shipper city",
      "from city",
      "pick up city",
      "origin",
      "pickup location",
      "from",
    ],
  },
  {
    name: "originState",
    label: "Origin state",
    required: false,
    headers: ["origin state", "pickup state", "shipper state", "from state", "pick up state", "origin st"],
  },
  {
    name: "destinationCity",
    label: "Destination city",
    required: false,
    hint: "Or city and state, like “Toledo, OH”",
    headers: [
      "destination city",
      "delivery city",
      "consignee city",
      "to city",
      "dest city",
      "drop city",
      "destination",
      "delivery location",
      "to",
    ],
  },
  {
    name: "destinationState",
    label: "Destination state",
    required: false,
    headers: [
      "destination state",
      "delivery state",
      "consignee state",
      "to state",
      "dest state",
      "drop state",
      "destination st",
    ],
  },
  {
    name: "pickupOn",
    label: "Pickup date",
    required: false,
    headers: [
      "pickup date",
      "pick up date",
      "picked up",
      "ship date",
      "pickup",
      "pu date",
      "actual pickup date",
      "origin date",
    ],
  },
  {
    name: "deliveredOn",
    label: "Delivery date",
    required: false,
    hint: "A delivered load needs it",
    headers: [
      "delivered",
      "delivery date",
      "delivered date",
      "delivered on",
      "date delivered",
      "drop date",
      "del date",
      "actual delivery date",
      "destination date",
    ],
  },
  {
    name: "weightLb",
    label: "Weight, lb",
    required: false,
    headers: ["weight", "weight lb", "weight lbs", "gross weight", "pounds", "lbs"],
  },
  {
    name: "miles",
    label: "Miles",
    required: false,
    headers: ["miles", "loaded miles", "distance", "total miles", "mileage"],
  },
  {
    name: "lineHaul",
    label: "Line haul",
    required: false,
    hint: "Or the total below",
    headers: [
      "line haul",
      "linehaul",
      "line haul rate",
      "freight",
      "freight charge",
      "base rate",
      "flat rate",
      "rate",
      "customer rate",
      "line haul amount",
    ],
  },
  {
    name: "fuelSurcharge",
    label: "Fuel surcharge",
    required: false,
    headers: ["fuel surcharge", "fsc", "fuel"],
  },
  { name: "detention", label: "Detention", required: false, headers: ["detention", "detention pay"] },
  { name: "layover", label: "Layover", required: false, headers: ["layover"] },
  { name: "lumper", label: "Lumper", required: false, headers: ["lumper", "lumper fee"] },
  {
    name: "other",
    label: "Other charges",
    required: false,
    headers: [
      "other charges",
      "other",
      "accessorials",
      "accessorial",
      "accessorial charges",
      "misc",
      "extra charges",
    ],
  },
  {
    name: "total",
    label: "Total",
    required: false,
    hint: "Checked against the charges",
    headers: [
      "total",
      "total amount",
      "total rate",
      "total charges",
      "invoice amount",
      "amount",
      "revenue",
      "total revenue",
      "gross",
    ],
  },
] as const satisfies readonly ImportField[];

export type CustomerFieldName = (typeof CUSTOMER_FIELDS)[number]["name"];

export type LoadFieldName = (typeof LOAD_FIELDS)[number]["name"];

/** What a file of this kind can fill, in the order people are asked. */
export function importFields(kind: ImportKind): readonly ImportField[] {
  return kind === "customers" ? CUSTOMER_FIELDS : LOAD_FIELDS;
}

/** The label of a field, as people know it. */
export function fieldLabel(kind: ImportKind, name: string): string {
  return importFields(kind).find((field) => field.name === name)?.label ?? name;
}
