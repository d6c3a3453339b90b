import type { InvoicingRow } from "#db/queries/customer-invoicing.ts";
import { creditIcon } from "#server/credit-check/rules/credit-decision.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import type { CustomerCredit, SubsidiaryInvoicing } from "./schemas.ts";

/** A subsidiary's way of invoicing a customer as the browser gets it: instants as ISO strings. */
export function toInvoicing(row: InvoicingRow): SubsidiaryInvoicing {
  return {
    subsidiaryId: row.subsidiaryId,
    subsidiaryName: row.subsidiaryName,
    method: row.method,
    credit: hasIcon(row) ? toCredit(row) : null,
  };
}

/** An icon stands only where loads are factored through a login that is in use (R13). */
function hasIcon({ method, integrationStatus }: InvoicingRow): boolean {
  return method === "factoring" && integrationStatus !== null && isUsable(integrationStatus);
}

function toCredit(row: InvoicingRow): CustomerCredit {
  return {
    icon: creditIcon(row.decision),
    at: row.decidedAt?.toISOString() ?? null,
    trigger: row.checkTrigger,
    words: row.otrText,
    broker: row.otrBrokerName,
    stale: row.staleReason,
  };
}
