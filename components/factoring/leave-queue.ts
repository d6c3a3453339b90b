import type { InfiniteData } from "@tanstack/react-query";
import type { LoadId } from "#server/kernel/ids.ts";
import type { QueuePage } from "./dto.ts";

/**
 * The loaded queue without loads that have just gone out, so that they leave before the server is asked again. Count
 * and total are unknown until then: more may have gone than was loaded.
 */
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
        total: null,
      })),
    }
  );
}
