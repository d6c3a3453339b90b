import type { InvoicedLoad, listTextsInForce } from "#db/queries/invoices.ts";
import type { listLoadLines } from "#db/queries/load-details.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { InvoiceFacts } from "./rules/invoice-blockers.ts";

export type LoadLines = Awaited<ReturnType<typeof listLoadLines>>;
export type TextsInForce = Awaited<ReturnType<typeof listTextsInForce>>;

/** What the rules of Invoice Load need to know of a load. */
export function factsOfInvoice(
  { load, customer, subsidiary, method }: InvoicedLoad,
  lines: LoadLines,
  texts: TextsInForce,
): InvoiceFacts {
  const { street, city, state, zip } = customer;
  return {
    loadId: load.id,
    customerId: customer.id,
    customerName: customer.name,
    subsidiaryName: subsidiary.name,
    status: load.status,
    method,
    billTo: { street, city, state, zip },
    hasLines: lines.length > 0,
    totalCents: sumCents(lines.map(({ cents }) => cents)),
    hasNotice: texts.some(({ kind, body }) => kind === "notice_of_assignment" && body.trim() !== ""),
  };
}
