import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { INVOICE_FILTERS } from "#server/reports/rules/invoice-filter.ts";

/** What the address of a batch holds: the chip, the search, the invoice that is open. */
export const batchSearchParams = {
  show: parseAsStringLiteral(INVOICE_FILTERS).withDefault("all"),
  q: parseAsString.withDefault(""),
  invoice: parseAsString,
};
