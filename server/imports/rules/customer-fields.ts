import { type CustomerKind, INVOICING_METHOD_LABELS } from "#server/customers/rules/invoicing-method.ts";
import type { ImportField } from "./import-field.ts";

const KIND_LABELS = { broker: "Broker", shipper: "Shipper" } as const satisfies Record<CustomerKind, string>;

/** What a file of customers can fill, in the order people are asked. */
export const CUSTOMER_FIELDS = [
  {
    name: "name",
    label: "Name",
    required: true,
    headers:
      "name, customer name, customer, company name, company, broker name, broker, bill to, bill to name, client",
  },
  {
    name: "mcNumber",
    label: "MC number",
    required: false,
    hint: "Credit checks and batches need it",
    headers:
      "mc number, mc, mc no, mc num, motor carrier number, docket number, docket, broker mc, customer mc, mc mx ff number",
  },
  {
    name: "kind",
    label: "Kind",
    required: false,
    hint: "Broker or shipper; empty is broker",
    headers: "kind, type, customer type, company type, account type",
    choices: Object.values(KIND_LABELS),
  },
  {
    name: "street",
    label: "Street",
    required: false,
    headers:
      "street, address, billing address, billing street, address 1, address line 1, street address, address1, mailing address",
  },
  { name: "city", label: "City", required: false, headers: "city, billing city, mailing city, town" },
  {
    name: "state",
    label: "State",
    required: false,
    headers: "state, billing state, st, province, state province, mailing state",
  },
  {
    name: "zip",
    label: "ZIP code",
    required: false,
    headers: "zip, zip code, zipcode, postal code, billing zip, postcode, mailing zip",
  },
  {
    name: "invoicingMethod",
    label: "Invoicing method",
    required: false,
    hint: "For the subsidiary beside it, or for all",
    headers: "invoicing method, invoice method, billing method, invoicing, payment method",
    choices: Object.values(INVOICING_METHOD_LABELS),
  },
  {
    name: "subsidiary",
    label: "Subsidiary",
    required: false,
    hint: "Whose loads the invoicing method is for",
    headers: "subsidiary, authority, office, division, terminal",
  },
] as const satisfies readonly ImportField[];

export type CustomerFieldName = (typeof CUSTOMER_FIELDS)[number]["name"];
