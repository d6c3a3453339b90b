import type { InvoicingRow } from "#db/queries/customer-invoicing.ts";
import { creditMark } from "#server/credit-check/rules/credit-mark.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import type { SubsidiaryInvoicing } from "./schemas.ts";

/** A subsidiary's way of invoicing a customer as the browser gets it: instants as ISO strings. */
export function toInvoicing(row: InvoicingRow): SubsidiaryInvoicing {
  return {
    subsidiaryId: row.subsidiaryId,
    subsidiaryName: row.subsidiaryName,
    method: row.method,
    credit: hasIcon(row) ? creditMark(row) : null,
  };
}

/** An icon stands only where loads are factored through a login that is in use (R13). */
function hasIcon({ method, integrationStatus }: InvoicingRow): boolean {
  return method === "factoring" && integrationStatus !== null && isUsable(integrationStatus);
}
