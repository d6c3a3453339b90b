import { keyPart } from "./concurrency.ts";
import type { Tx } from "./database.ts";
import { parseDuration } from "./duration.ts";
import { keyValue } from "./expressions.ts";
import type { Hit } from "./ingest.ts";
import { TIMER_LANE } from "./lanes.ts";

/**
 * Starts each debounce, or pushes it back by its period with the newest event, but never beyond `timeout` after its
 * first one. It may be pushed back while it is about to fire: the fire looks at its time again. Wants `lockKeys`.
 */
export async function pushBack(tx: Tx, hits: Hit[], now: Date): Promise<void> {
  const newest = new Map(hits.map((hit) => [debounceKey(hit), hit]));
  for (const [key, { fn, event }] of newest) {
    const rule = fn.config.debounce;
    if (!rule) continue;
    const at = new Date(now.getTime() + parseDuration(rule.period));
    const cap = rule.timeout ? parseDuration(rule.timeout) : Number.MAX_SAFE_INTEGER / 1000;
    const [row] = await tx.sql<{ at: Date }[]>`
      insert into job (kind, fn, at, lane, key, data, created_at)
      values ('fire', ${fn.id}, ${at}, ${TIMER_LANE}, ${key}, ${JSON.stringify([event])}::text::json, ${now})
      on conflict (key) do update set
        at = least(excluded.at, job.created_at + ${cap} * interval '1 millisecond'), data = excluded.data
      returning at`;
    tx.announce(TIMER_LANE, row?.at ?? at);
  }
}

function debounceKey({ fn, event }: Hit): string {
  return `debounce ${fn.id} ${keyPart(keyValue(fn.config.debounce?.key, { event }))}`;
}
