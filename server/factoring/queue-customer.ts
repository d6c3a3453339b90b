import type { QueueRow } from "#db/queries/factoring-queue.ts";
import { creditMark } from "#server/credit-check/rules/credit-mark.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";

export type QueueCustomer = ReturnType<typeof queueCustomer>;

/**
 * The customer of a load in the queue. `credit` is null where no check is possible: no icon stands there
 * unless the subsidiary's integration is active (R13).
 */
export function queueCustomer(row: QueueRow) {
  const hasIcon = row.integrationStatus !== null && isUsable(row.integrationStatus);
  return {
    name: row.customerName,
    mc: row.mcNumber,
    credit: hasIcon ? creditMark(row) : null,
  };
}
