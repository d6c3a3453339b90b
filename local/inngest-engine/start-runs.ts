import { laneFor } from "./concurrency.ts";
import { lockKeys, type Tx } from "./database.ts";
import type { EventPayload } from "./events.ts";
import { numberValue } from "./expressions.ts";
import { ulid } from "./ids.ts";
import { addJobs } from "./jobs.ts";
import type { FunctionDef } from "./registry.ts";
import { singletonVerdict } from "./singleton.ts";
import { throttledStart } from "./throttle.ts";
import { addCancellations } from "./waits.ts";

export type Start = {
  fn: FunctionDef;
  events: [EventPayload, ...EventPayload[]];
  /** Starts with the same function and value within 24 h are one. */
  idempotency?: string;
  /** The step of another run that waits for this one's end. */
  parent?: { run: string; step: string };
};

type NewRun = Start & { id: string; lane: string; place: Date; at: Date; singleton: string | undefined };

/**
 * Creates the runs and queues their first calls; starts that idempotency or a singleton rule out are dropped.
 * Answers the ids of the runs that came to be.
 */
export async function startRuns(tx: Tx, starts: Start[], now: Date): Promise<string[]> {
  if (starts.some(({ fn }) => fn.config.throttle || fn.config.singleton || fn.config.cancel))
    await lockKeys(tx);
  const runs: NewRun[] = [];
  for (const start of starts) {
    const run = await prepare(tx, start, now);
    if (!run) continue;
    // The next start in this batch must see this one, or a singleton would start twice.
    if (run.singleton !== undefined) await insert(tx, [run], now);
    else runs.push(run);
  }
  return insert(tx, runs, now);
}

async function prepare(tx: Tx, start: Start, now: Date): Promise<NewRun | undefined> {
  const { fn, events } = start;
  const singleton = await singletonVerdict(tx, fn, events[0], now);
  if (singleton === "skip") return undefined;
  const ahead = Math.max(0, numberValue(fn.config.priority?.run, { event: events[0] })) * 1000;
  const place = new Date(now.getTime() - ahead);
  const at = fn.config.throttle ? await throttledStart(tx, fn, events[0], now) : place;
  return { ...start, id: ulid(now.getTime()), lane: laneFor(fn, events[0]), place, at, singleton };
}

async function insert(tx: Tx, runs: NewRun[], now: Date): Promise<string[]> {
  if (runs.length === 0) return [];
  const column = <T>(read: (run: NewRun) => T) => runs.map(read);
  const rows = await tx.sql<{ id: string }[]>`
    insert into run (id, fn, events, idempotency, singleton, lane, place, parent_run, parent_step, created_at)
    select id, fn, events::json, idempotency, singleton, lane, place, parent_run, parent_step, ${now}
    from unnest(
      ${column((run) => run.id)}::text[], ${column((run) => run.fn.id)}::text[],
      ${column((run) => JSON.stringify(run.events))}::text[], ${column((run) => run.idempotency ?? null)}::text[],
      ${column((run) => run.singleton ?? null)}::text[], ${column((run) => run.lane)}::text[],
      ${column((run) => run.place.toISOString())}::timestamptz[], ${column((run) => run.parent?.run ?? null)}::text[],
      ${column((run) => run.parent?.step ?? null)}::text[]
    ) as new (id, fn, events, idempotency, singleton, lane, place, parent_run, parent_step)
    on conflict do nothing
    returning id`;
  const started = new Set(rows.map((row) => row.id));
  const fresh = runs.filter((run) => started.has(run.id));
  const calls = fresh.map((run) => ({
    kind: "call" as const,
    fn: run.fn.id,
    run: run.id,
    at: run.at,
    lane: run.lane,
  }));
  await Promise.all([addJobs(tx, calls, now), addCancellations(tx, fresh, now)]);
  return [...started];
}
