import { keyPart } from "./concurrency.ts";
import type { Tx } from "./database.ts";
import { parseDuration } from "./duration.ts";
import type { EventPayload } from "./events.ts";
import { keyValue } from "./expressions.ts";
import type { FunctionDef } from "./registry.ts";

type Rule = { limit: number; period: string; burst?: number | null; key?: string | null };

/** When a throttled run may start: `limit` at once, then one every period/limit. Wants `lockKeys`. */
export async function throttledStart(tx: Tx, fn: FunctionDef, event: EventPayload, now: Date): Promise<Date> {
  const rule = fn.config.throttle;
  if (!rule) return now;
  const { key, interval, tolerance } = shape("throttle", fn, rule, event);
  const arrival = await theoreticalArrival(tx, key, now);
  await saveArrival(tx, key, arrival + interval);
  return new Date(Math.max(now.getTime(), arrival - tolerance));
}

/** Whether a rate-limited function takes this event: `limit` at once, then one every period/limit. Wants `lockKeys`. */
export async function isWithinRate(
  tx: Tx,
  fn: FunctionDef,
  event: EventPayload,
  now: Date,
): Promise<boolean> {
  const rule = fn.config.rateLimit;
  if (!rule) return true;
  const { key, interval, tolerance } = shape("rate", fn, rule, event);
  const arrival = await theoreticalArrival(tx, key, now);
  if (arrival - tolerance > now.getTime()) return false;
  await saveArrival(tx, key, arrival + interval);
  return true;
}

function shape(kind: string, fn: FunctionDef, rule: Rule, event: EventPayload) {
  const interval = parseDuration(rule.period) / rule.limit;
  const atOnce = rule.limit + (rule.burst ?? 0);
  return {
    key: `${kind} ${fn.id} ${keyPart(keyValue(rule.key, { event }))}`,
    interval,
    tolerance: (atOnce - 1) * interval,
  };
}

async function theoreticalArrival(tx: Tx, key: string, now: Date): Promise<number> {
  const [row] = await tx.sql<{ tat: Date }[]>`select tat from rate where key = ${key}`;
  return Math.max(now.getTime(), row?.tat.getTime() ?? 0);
}

async function saveArrival(tx: Tx, key: string, arrival: number): Promise<void> {
  await tx.sql`
    insert into rate (key, tat) values (${key}, ${new Date(arrival)})
    on conflict (key) do update set tat = excluded.tat`;
}
