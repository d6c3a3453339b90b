import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import type { ImportField } from "./import-field.ts";

/** What a file of loads can fill, in the order people are asked. */
export const LOAD_FIELDS = [
  {
    name: "loadNumber",
    label: "Load number",
    required: true,
    headers:
      "load number, load, load no, load num, load id, pro number, pro, shipment number, shipment id, order number, order",
  },
  {
    name: "customer",
    label: "Customer",
    required: false,
    hint: "By name; or the customer’s MC number below",
    headers: "customer, customer name, broker, broker name, bill to, bill to name, client, company",
  },
  {
    name: "customerMc",
    label: "Customer MC number",
    required: false,
    headers: "mc number, mc, customer mc, customer mc number, broker mc, broker mc number, mc no",
  },
  {
    name: "subsidiary",
    label: "Subsidiary",
    required: false,
    hint: "By name; not needed where there is one only",
    headers: "subsidiary, authority, carrier, office, division, terminal",
  },
  {
    name: "status",
    label: "Status",
    required: true,
    hint: "Open, Dispatched, In transit or Delivered",
    headers: "status, load status, shipment status, order status",
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
    headers:
      "po number, po, po no, purchase order, customer reference, reference number, reference, ref, customer ref, broker load number",
  },
  {
    name: "originCity",
    label: "Origin city",
    required: false,
    hint: "Or city and state, like “Joliet, IL”",
    headers: "origin city, pickup city, shipper city, from city, pick up city, origin, pickup location, from",
  },
  {
    name: "originState",
    label: "Origin state",
    required: false,
    headers: "origin state, pickup state, shipper state, from state, pick up state, origin st",
  },
  {
    name: "destinationCity",
    label: "Destination city",
    required: false,
    hint: "Or city and state, like “Toledo, OH”",
    headers:
      "destination city, delivery city, consignee city, to city, dest city, drop city, destination, delivery location, to",
  },
  {
    name: "destinationState",
    label: "Destination state",
    required: false,
    headers:
      "destination state, delivery state, consignee state, to state, dest state, drop state, destination st",
  },
  {
    name: "pickupOn",
    label: "Pickup date",
    required: false,
    headers:
      "pickup date, pick up date, picked up, ship date, pickup, pu date, actual pickup date, origin date",
  },
  {
    name: "deliveredOn",
    label: "Delivery date",
    required: false,
    hint: "A delivered load needs it",
    headers:
      "delivered, delivery date, delivered date, delivered on, date delivered, drop date, del date, actual delivery date, destination date",
  },
  {
    name: "weightLb",
    label: "Weight, lb",
    required: false,
    headers: "weight, weight lb, weight lbs, gross weight, pounds, lbs",
  },
  {
    name: "miles",
    label: "Miles",
    required: false,
    headers: "miles, loaded miles, distance, total miles, mileage",
  },
  {
    name: "lineHaul",
    label: "Line haul",
    required: false,
    hint: "Or the total below",
    headers:
      "line haul, linehaul, line haul rate, freight, freight charge, base rate, flat rate, rate, customer rate, line haul amount",
  },
  {
    name: "fuelSurcharge",
    label: "Fuel surcharge",
    required: false,
    headers: "fuel surcharge, fsc, fuel",
  },
  { name: "detention", label: "Detention", required: false, headers: "detention, detention pay" },
  { name: "layover", label: "Layover", required: false, headers: "layover" },
  { name: "lumper", label: "Lumper", required: false, headers: "lumper, lumper fee" },
  {
    name: "other",
    label: "Other charges",
    required: false,
    headers: "other charges, other, accessorials, accessorial, accessorial charges, misc, extra charges",
  },
  {
    name: "total",
    label: "Total",
    required: false,
    hint: "Checked against the charges",
    headers:
      "total, total amount, total rate, total charges, invoice amount, amount, revenue, total revenue, gross",
  },
] as const satisfies readonly ImportField[];

export type LoadFieldName = (typeof LOAD_FIELDS)[number]["name"];
