import type { Tx } from "./database.ts";
import { json } from "./database.ts";
import type { Engine } from "./engine.ts";
import { type EventPayload, INTERNAL_EVENT } from "./events.ts";
import { ulid } from "./ids.ts";
import { hasListener, ingest } from "./ingest.ts";
import { addJobs } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";
import type { LockedRun } from "./runs.ts";

export type RunEnd = { status: "Completed" | "Failed" | "Cancelled"; output: unknown };

const EVENT_OF = {
  Completed: INTERNAL_EVENT.finished,
  Failed: INTERNAL_EVENT.failed,
  Cancelled: INTERNAL_EVENT.cancelled,
} as const;

/** Ends the run: drops what is left of its work, tells the step that invoked it, and lets onFailure start. */
export async function finishRun(
  tx: Tx,
  engine: Engine,
  run: LockedRun,
  end: RunEnd,
  now: Date,
): Promise<void> {
  const names =
    end.status === "Failed" ? [INTERNAL_EVENT.failed, INTERNAL_EVENT.finished] : [EVENT_OF[end.status]];
  const [, ...heard] = await Promise.all([
    saveEnd(tx, run, end, now),
    ...names.map((name) => hasListener(tx, engine, name)),
  ]);
  for (const name of names.filter((_, index) => heard[index])) {
    await ingest(tx, engine, [endEvent(name, run, end, now)], now);
  }
  if (run.parentRun && run.parentStep) await wakeParent(tx, run.parentRun, run.parentStep, end, now);
  // Waits last: an event that takes one holds `lockKeys`, which must not be asked for afterwards.
  await Promise.all([
    tx.sql`delete from job where run = ${run.id}`,
    tx.sql`delete from step where run = ${run.id} and seq is null`,
    tx.sql`delete from wait where run = ${run.id}`,
  ]);
}

async function saveEnd(tx: Tx, run: LockedRun, end: RunEnd, now: Date): Promise<void> {
  await tx.sql`
    update run set status = ${end.status}, output = ${json(tx.sql, end.output ?? null)}, ended_at = ${now}
    where id = ${run.id}`;
}

async function wakeParent(tx: Tx, run: string, step: string, end: RunEnd, now: Date): Promise<void> {
  const result = end.status === "Completed" ? { data: end.output ?? null } : { error: end.output };
  await addJobs(tx, [{ kind: "wake", run, step, at: now, lane: TIMER_LANE, data: { result } }], now);
}

/** The failure's event id is the run's, so onFailure can't start twice for one run. */
function endEvent(name: string, run: LockedRun, end: RunEnd, now: Date): EventPayload {
  const hasFailed = end.status !== "Completed";
  return {
    id: name === INTERNAL_EVENT.failed ? run.id : ulid(now.getTime()),
    name,
    ts: now.getTime(),
    data: {
      function_id: run.fn,
      run_id: run.id,
      event: run.events[0],
      events: run.events,
      ...(hasFailed ? { error: end.output } : {}),
      result: hasFailed ? null : end.output,
      _inngest: { status: end.status },
    },
  };
}
