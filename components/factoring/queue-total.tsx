import { formatCount } from "#server/kernel/count.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { formatCents } from "#server/kernel/money.ts";
import { useQueueTotal } from "./use-queue.ts";

/** How many invoices the desk shows, and how much money they are. */
export function QueueTotal({ subsidiaryId }: { subsidiaryId: SubsidiaryId }) {
  const { total, narrowed } = useQueueTotal(subsidiaryId);
  return contextOf(total, narrowed);
}

function contextOf(total: { count: number; totalCents: number } | undefined, narrowed: boolean): string {
  if (!total) return narrowed ? "Counting what matches" : "Counting what is ready";
  if (total.count === 0) return narrowed ? "Nothing matches" : "Nothing to submit";
  const invoices = total.count === 1 ? "1 invoice" : `${formatCount(total.count)} invoices`;
  const which = narrowed ? (total.count === 1 ? "matches" : "match") : "to submit";
  return `${invoices} ${which}, ${formatCents(total.totalCents)} in all`;
}
