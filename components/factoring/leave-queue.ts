import type { InfiniteData } from "@tanstack/react-query";
import type { LoadId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { QueuePage, QueueTotals } from "./dto.ts";
import type { Chosen } from "./use-queue-selection.ts";

/** The loaded queue without loads that have just gone out, so that they leave before the server is asked again. */
export function leaveQueue(
  queue: InfiniteData<QueuePage> | undefined,
  gone: ReadonlySet<LoadId>,
): InfiniteData<QueuePage> | undefined {
  return (
    queue && {
      ...queue,
      pages: queue.pages.map((page) => ({
        ...page,
        rows: page.rows.filter(({ id }) => !gone.has(id)),
      })),
    }
  );
}

/** What the queue comes to without them. */
export function leaveTotal(
  total: QueueTotals | undefined,
  chosen: ReadonlyMap<LoadId, Chosen>,
  gone: ReadonlySet<LoadId>,
): QueueTotals | undefined {
  const goneCents = sumCents([...gone].map((id) => chosen.get(id)?.cents ?? 0));
  return (
    total && {
      count: Math.max(0, total.count - gone.size),
      totalCents: Math.max(0, total.totalCents - goneCents),
    }
  );
}
