import type { Sql } from "./database.ts";
import type { Engine } from "./engine.ts";
import { IDEMPOTENCY_MS } from "./ingest.ts";
import { report } from "./report.ts";

const EVERY_MS = 30_000;
const BATCH = 500;

/** Prunes in the background, a small batch at a time, so a long-lived database stays small without long locks. */
export function startRetention(engine: Engine): { stop(): void } {
  let isPruning = false;
  const interval = Math.min(EVERY_MS, engine.config.retentionMs);
  const timer = setInterval(async () => {
    if (isPruning || !engine.isActive) return;
    isPruning = true;
    try {
      while (engine.isActive && (await prune(engine.sql, new Date(), engine.config.retentionMs)));
    } catch (error) {
      report("pruning", error);
    } finally {
      isPruning = false;
    }
  }, interval);
  return { stop: () => clearInterval(timer) };
}

/**
 * Removes one batch of what is older than `retentionMs`: ended runs with their steps, events, spent rate keys; and lets
 * go of idempotency keys after a day. True when there may be more. Living runs keep their own copy of their events.
 */
export async function prune(sql: Sql, now: Date, retentionMs: number): Promise<boolean> {
  const before = new Date(now.getTime() - retentionMs);
  const runs = await sql`
    with old as (select id from run where ended_at < ${before} order by ended_at limit ${BATCH}),
      steps as (delete from step where run in (select id from old))
    delete from run where id in (select id from old)`;
  const events = await sql`
    delete from event where id in
      (select id from event where received_at < ${before} order by received_at limit ${BATCH})`;
  const keys = await sql`
    update run set idempotency = null where id in (
      select id from run where idempotency is not null
        and created_at < ${new Date(now.getTime() - IDEMPOTENCY_MS)} order by created_at limit ${BATCH})`;
  await sql`delete from rate where tat < ${before}`;
  return [runs, events, keys].some(({ count }) => count === BATCH);
}
