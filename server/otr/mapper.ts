import type { Cents } from "#server/kernel/money.ts";
import type { CreateInvoiceRequest } from "./api-types.ts";
import { draftProblems, type InvoiceDraft } from "./invoice-draft.ts";

/**
 * The exact body of `POST /invoices`, to be stored and hashed before it is sent: a lost answer is resolved by
 * sending this very string again (OTR §10.1). The same draft always gives the same string. Throws a TypeError
 * that names the fields when the draft has problems; ask `draftProblems` first.
 */
export function createInvoiceBody(draft: InvoiceDraft): string {
  const problems = draftProblems(draft);
  if (problems.length > 0) throw new TypeError(`the invoice can't be sent to OTR: ${problems.join(", ")}`);
  const fields: [keyof CreateInvoiceRequest, string | undefined][] = [
    ["BrokerMC", String(Number(draft.mcNumber))],
    ["ClientDOT", JSON.stringify(draft.usdotNumber)],
    ["InvoiceNo", JSON.stringify(draft.invoiceNo)],
    ["PoNumber", JSON.stringify(draft.poNumber)],
    ["InvoiceAmount", dollarsOfCents(draft.amountCents)],
    ["InvoiceDate", JSON.stringify(draft.invoiceDate)],
    ["FromCity", JSON.stringify(place(draft.from.city))],
    ["FromState", JSON.stringify(place(draft.from.state))],
    ["ToCity", JSON.stringify(place(draft.to.city))],
    ["ToState", JSON.stringify(place(draft.to.state))],
    ["Weight", draft.weightPounds === undefined ? undefined : String(draft.weightPounds)],
    ["Miles", draft.miles === undefined ? undefined : String(draft.miles)],
    ["Notes", draft.notes === undefined ? undefined : JSON.stringify(draft.notes)],
  ];
  const present = fields.filter(([, value]) => value !== undefined);
  return `{${present.map(([name, value]) => `"${name}":${value}`).join(",")}}`;
}

/** Cents as a dollar amount with two decimals, by digits and never by division: 185000 → "1850.00". */
export function dollarsOfCents(cents: Cents): string {
  if (!Number.isSafeInteger(cents)) throw new TypeError("an amount must be whole cents");
  const digits = String(Math.abs(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** OTR's dollars (number or text) as cents, rounded half-up by digits: 1.005 → 101. Null when it is no amount. */
export function centsOfDollars(dollars: unknown): Cents | null {
  const text = typeof dollars === "number" ? String(dollars) : dollars;
  const match = typeof text === "string" ? /^\s*(-?)(\d+)(?:\.(\d+))?\s*$/.exec(text) : null;
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const digits = fraction.padEnd(3, "0");
  const roundUp = Number(digits[2]) >= 5 ? 1 : 0;
  const cents = Number(whole) * 100 + Number(digits.slice(0, 2)) + roundUp;
  if (!Number.isSafeInteger(cents)) return null;
  return sign === "-" ? 0 - cents : cents;
}

// OTR's cities and states are upper case by convention; mixed case is untested (OTR §5.1).
function place(name: string): string {
  return name.trim().replace(/\s+/g, " ").toUpperCase();
}
