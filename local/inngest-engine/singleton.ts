import { keyPart } from "./concurrency.ts";
import type { Tx } from "./database.ts";
import type { EventPayload } from "./events.ts";
import { keyValue } from "./expressions.ts";
import { addJobs } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";
import type { FunctionDef } from "./registry.ts";

/**
 * What a singleton function does about a start while a run with its key is alive: `skip` it, or let it go ahead and
 * cancel the other. Answers the run's singleton key, undefined for other functions. Wants `lockKeys`.
 */
export async function singletonVerdict(
  tx: Tx,
  fn: FunctionDef,
  event: EventPayload,
  now: Date,
): Promise<"skip" | string | undefined> {
  const rule = fn.config.singleton;
  if (!rule) return undefined;
  const key = `key:${keyPart(keyValue(rule.key, { event }))}`;
  const alive = await tx.sql<{ id: string }[]>`
    select id from run where fn = ${fn.id} and singleton = ${key} and ended_at is null`;
  if (rule.mode === "skip") return alive.length > 0 ? "skip" : key;
  const cancels = alive.map(({ id }) => ({ kind: "cancel" as const, run: id, at: now, lane: TIMER_LANE }));
  await addJobs(tx, cancels, now);
  return key;
}
