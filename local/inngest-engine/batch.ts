import { keyPart } from "./concurrency.ts";
import type { Tx } from "./database.ts";
import { parseDuration } from "./duration.ts";
import { keyValue } from "./expressions.ts";
import type { Hit } from "./ingest.ts";
import { TIMER_LANE } from "./lanes.ts";

/**
 * Adds each event to its function's open batch. A full batch gives up its key, so the next event opens another, and is
 * due at once; one that doesn't fill is due after `timeout`. Wants `lockKeys`.
 */
export async function appendToBatches(tx: Tx, hits: Hit[], now: Date): Promise<void> {
  for (const { fn, event } of hits) {
    const rule = fn.config.batchEvents;
    if (!rule) continue;
    const key = `batch ${fn.id} ${keyPart(keyValue(rule.key, { event }))}`;
    const at = new Date(now.getTime() + parseDuration(rule.timeout));
    const [batch] = await tx.sql<{ id: string; events: unknown[] }[]>`
      select id, data as events from job where key = ${key} for update`;
    const events = [...(batch?.events ?? []), event];
    const isFull = events.length >= rule.maxSize;
    const due = isFull ? now : at;
    const data = JSON.stringify(events);
    if (batch) {
      await tx.sql`
        update job set data = ${data}::text::json, key = ${isFull ? null : key}, at = ${isFull ? now : tx.sql`at`}
        where id = ${batch.id}`;
    } else {
      await tx.sql`
        insert into job (kind, fn, at, lane, key, data, created_at)
        values ('fire', ${fn.id}, ${due}, ${TIMER_LANE}, ${isFull ? null : key}, ${data}::text::json, ${now})`;
    }
    tx.announce(TIMER_LANE, due);
  }
}
