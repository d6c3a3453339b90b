import type { InvoicedLoad } from "#db/queries/invoices.ts";
import type { LoadLines, TextsInForce } from "./facts-of-invoice.ts";
import type { InvoicePrint } from "./invoice-print.ts";
import { invoiceTexts } from "./rules/invoice-texts.ts";
import { lineWords } from "./rules/line-words.ts";

type Parts = {
  lines: LoadLines;
  texts: TextsInForce;
  invoiceNumber: string;
  /** A calendar date. */
  invoiceDate: string;
};

/** All that stands on the invoice of a load, in the order of its charges. */
export function composeInvoice(
  { load, customer, subsidiary, method }: InvoicedLoad,
  { lines, texts, invoiceNumber, invoiceDate }: Parts,
): InvoicePrint {
  const { name, street, city, state, zip } = customer;
  const { loadNumber, poNumber, pickupOn, deliveredOn, weightLb, miles } = load;
  return {
    carrier: subsidiary,
    billTo: { name, street, city, state, zip },
    invoiceNumber,
    invoiceDate,
    ...{ loadNumber, poNumber, pickupOn, deliveredOn, weightLb, miles },
    origin: { city: load.originCity, state: load.originState },
    destination: { city: load.destinationCity, state: load.destinationState },
    lines: lines.map((line) => ({ description: lineWords(line, load), amountCents: line.cents })),
    ...invoiceTexts({
      method,
      texts: Object.fromEntries(texts.map(({ kind, body }) => [kind, body])),
      carrier: subsidiary,
    }),
  };
}
