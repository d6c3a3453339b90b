import type { CreateInvoiceRequest } from "#server/otr/api-types.ts";

/** The fields of a create that OTR requires. */
export type CreateFields = Pick<
  CreateInvoiceRequest,
  | "BrokerMC"
  | "ClientDOT"
  | "InvoiceNo"
  | "PoNumber"
  | "InvoiceAmount"
  | "InvoiceDate"
  | "FromCity"
  | "FromState"
  | "ToCity"
  | "ToState"
>;

const filled = /\S/;
const state = /^[A-Z]{2}$/;

const textRules = {
  ClientDOT: /^\d+$/,
  InvoiceNo: filled,
  PoNumber: filled,
  InvoiceDate: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  FromCity: filled,
  FromState: state,
  ToCity: filled,
  ToState: state,
} satisfies Partial<Record<keyof CreateFields, RegExp>>;

/** True when a body would pass OTR's validation (OTR §5.1); unknown extra fields don't matter. */
export function isCreateBody(body: Record<string, unknown>): body is Record<string, unknown> & CreateFields {
  const { BrokerMC: mc, InvoiceAmount: amount } = body;
  if (typeof mc !== "number" || !Number.isInteger(mc) || mc <= 0) return false;
  if (typeof amount !== "number" || amount <= 0) return false;
  return Object.entries(textRules).every(([name, rule]) => {
    const value = body[name];
    return typeof value === "string" && rule.test(value);
  });
}
