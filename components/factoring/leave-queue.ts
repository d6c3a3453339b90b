import type { InfiniteData } from "@tanstack/react-query";
import type { LoadId } from "#server/kernel/ids.ts";
import { sumCents } from "#server/kernel/money.ts";
import type { QueuePage } from "./dto.ts";

/** The loaded queue without loads that have just gone out, so that they leave before the server is asked again. */
export function leaveQueue(
  queue: InfiniteData<QueuePage> | undefined,
  gone: ReadonlySet<LoadId>,
): InfiniteData<QueuePage> | undefined {
  if (!queue) return undefined;
  const left = queue.pages.flatMap(({ rows }) => rows.filter(({ id }) => gone.has(id)));
  return {
    ...queue,
    pages: queue.pages.map((page) => ({
      ...page,
      rows: page.rows.filter(({ id }) => !gone.has(id)),
      total: page.total && {
        count: page.total.count - left.length,
        totalCents: page.total.totalCents - sumCents(left.map(({ cents }) => cents)),
      },
    })),
  };
}
