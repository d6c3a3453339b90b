import { appendToBatches } from "./batch.ts";
import { keyPart } from "./concurrency.ts";
import { lockKeys, type Tx } from "./database.ts";
import { pushBack } from "./debounce.ts";
import type { Engine } from "./engine.ts";
import { type EventPayload, INTERNAL_EVENT } from "./events.ts";
import { holds, keyValue } from "./expressions.ts";
import type { FunctionDef } from "./registry.ts";
import { type Start, startRuns } from "./start-runs.ts";
import { isWithinRate } from "./throttle.ts";
import { findWaits, matchWaits } from "./waits.ts";

export type Hit = { fn: FunctionDef; event: EventPayload };

/**
 * Takes in events: stores them, starts the functions they trigger (each under its flow control) and resumes or cancels
 * the runs that waited for them. A repeated event changes nothing, save that a function new since may start.
 */
export async function ingest(tx: Tx, engine: Engine, events: EventPayload[], now: Date): Promise<void> {
  const names = [...new Set(events.map((event) => event.name))];
  const [fresh, waits] = await Promise.all([storeEvents(tx, events, now), findWaits(tx, names, now)]);
  const hits = events.flatMap((event) => findHits(engine, event, fresh.has(event.id)));
  if (waits.length > 0 || hits.some(({ fn }) => isKeyed(fn))) await lockKeys(tx);
  if (waits.length > 0) {
    const news = events.filter((event) => fresh.has(event.id));
    await matchWaits(tx, waits, news, now);
  }
  const admitted = await withinRate(tx, hits, now);
  const debounced = admitted.filter(({ fn }) => fn.config.debounce);
  const batched = admitted.filter(({ fn }) => fn.config.batchEvents && !fn.config.debounce);
  const plain = admitted.filter(({ fn }) => !fn.config.debounce && !fn.config.batchEvents);
  await pushBack(tx, debounced, now);
  await appendToBatches(tx, batched, now);
  await startRuns(tx, plain.map(toStart), now);
}

/** Stores the events; answers the ids that are new, or were last seen more than 24 h ago. */
async function storeEvents(tx: Tx, events: EventPayload[], now: Date): Promise<Set<string>> {
  const distinct = [...new Map(events.map((event) => [event.id, event])).values()];
  const rows = await tx.sql<{ id: string }[]>`
    insert into event (id, name, body, received_at)
    select id, name, body::json, ${now}
    from unnest(${distinct.map((event) => event.id)}::text[], ${distinct.map((event) => event.name)}::text[],
      ${distinct.map((event) => JSON.stringify(event))}::text[]) as new (id, name, body)
    order by id
    on conflict (id) do update set name = excluded.name, body = excluded.body, received_at = excluded.received_at
      where event.received_at < ${new Date(now.getTime() - IDEMPOTENCY_MS)}
    returning id`;
  return new Set(rows.map((row) => row.id));
}

/** How long an event id or an idempotency key keeps a function from starting again. */
export const IDEMPOTENCY_MS = 24 * 3_600_000;

function findHits(engine: Engine, event: EventPayload, isFresh: boolean): Hit[] {
  const matching = engine.registry
    .triggeredBy(event.name)
    .filter(({ fn, expression }) => (isFresh || !isKeyed(fn)) && holds(expression, { event }));
  // Two triggers of one function may match the same event: it starts once.
  return [...new Set(matching.map(({ fn }) => fn))].map((fn) => ({ fn, event }));
}

/** Functions whose start depends on rows shared by key; for them a repeated event is left out altogether. */
function isKeyed({ config }: FunctionDef): boolean {
  return Boolean(
    config.debounce || config.batchEvents || config.rateLimit || config.throttle || config.singleton,
  );
}

async function withinRate(tx: Tx, hits: Hit[], now: Date): Promise<Hit[]> {
  const admitted: Hit[] = [];
  for (const hit of hits) {
    if (!hit.fn.config.rateLimit || (await isWithinRate(tx, hit.fn, hit.event, now))) admitted.push(hit);
  }
  return admitted;
}

function toStart({ fn, event }: Hit): Start {
  const { idempotency } = fn.config;
  const value = idempotency
    ? `key:${keyPart(keyValue(idempotency, { event }))}`
    : `event:${keyPart(event.id)}`;
  return { fn, events: [event], idempotency: value };
}

/** Whether anything listens to an internal event; without a listener it is not even stored. */
export async function hasListener(tx: Tx, engine: Engine, name: string): Promise<boolean> {
  if (name === INTERNAL_EVENT.failed || engine.registry.triggeredBy(name).length > 0) return true;
  const rows = await tx.sql`select 1 from wait where event = ${name} limit 1`;
  return rows.length > 0;
}
