import { json, type Tx } from "./database.ts";
import { parseMoment } from "./duration.ts";
import type { EventPayload } from "./events.ts";
import { holds } from "./expressions.ts";
import { addJobs, type NewJob } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";
import type { FunctionDef } from "./registry.ts";

export type Wait = {
  run: string;
  /** The step that waits; undefined when the event cancels the run instead. */
  step?: string;
  event: string;
  expression: string | undefined;
  /** The event that started the run: `event` in the expression, the incoming one is `async`. */
  original: EventPayload;
  until?: Date;
};

type WaitRow = {
  id: string;
  run: string;
  step: string | null;
  event: string;
  expression: string | null;
  original: EventPayload;
};

export async function addWait(tx: Tx, wait: Wait): Promise<void> {
  await tx.sql`
    insert into wait (run, step, event, expression, original, until)
    values (${wait.run}, ${wait.step ?? null}, ${wait.event}, ${wait.expression ?? null},
      ${json(tx.sql, wait.original)}, ${wait.until ?? null})`;
}

/** Lets the events of `cancelOn` cancel the new runs. */
export async function addCancellations(
  tx: Tx,
  runs: { id: string; fn: FunctionDef; events: [EventPayload, ...EventPayload[]] }[],
  now: Date,
): Promise<void> {
  for (const { id, fn, events } of runs) {
    for (const rule of fn.config.cancel ?? []) {
      const until = rule.timeout ? parseMoment(rule.timeout, now) : undefined;
      await addWait(tx, {
        run: id,
        event: rule.event,
        expression: rule.if ?? undefined,
        original: events[0],
        until,
      });
    }
  }
}

/** Waits for events of these names. Always asked afresh: "nobody waits" may be untrue a moment after it is cached. */
export async function findWaits(tx: Tx, names: string[], now: Date): Promise<WaitRow[]> {
  return tx.sql<WaitRow[]>`
    select id, run, step, event, expression, original from wait
    where event = any(${names}::text[]) and (until is null or until > ${now}) order by id`;
}

/**
 * Resumes the steps and cancels the runs that waited for these events. It only takes the wait row, which makes the
 * event the winner over the timeout, and queues a job: the run itself is never locked here. Wants `lockKeys`.
 */
export async function matchWaits(tx: Tx, waits: WaitRow[], events: EventPayload[], now: Date): Promise<void> {
  const byName = Map.groupBy(events, (event) => event.name);
  const matches = waits.flatMap((wait) => {
    const event = byName
      .get(wait.event)
      ?.find((candidate) => holds(wait.expression, { event: wait.original, async: candidate }));
    return event ? [{ wait, event }] : [];
  });
  if (matches.length === 0) return;
  const taken = await tx.sql<{ id: string }[]>`
    delete from wait where id = any(${matches.map(({ wait }) => wait.id)}::bigint[]) returning id`;
  const won = new Set(taken.map((row) => row.id));
  const jobs = matches
    .filter(({ wait }) => won.has(wait.id))
    .map(({ wait, event }) => resume(wait, event, now));
  await addJobs(tx, jobs, now);
}

/** Takes the step's wait row for its timeout; false when an event was faster. */
export async function takeWait(tx: Tx, run: string, step: string): Promise<boolean> {
  const rows = await tx.sql`delete from wait where run = ${run} and step = ${step} returning 1`;
  return rows.length > 0;
}

function resume(wait: WaitRow, event: EventPayload, now: Date): NewJob {
  const shared = { run: wait.run, at: now, lane: TIMER_LANE };
  if (wait.step === null) return { ...shared, kind: "cancel" };
  return { ...shared, kind: "wake", step: wait.step, data: { result: { data: event } } };
}
