import { z } from "zod";
import { addDiscovery, mayGoOn } from "./advance.ts";
import { nextTick } from "./crons.ts";
import { lockKeys, type Tx, transact } from "./database.ts";
import type { Engine } from "./engine.ts";
import { type EventPayload, INTERNAL_EVENT } from "./events.ts";
import { finishRun } from "./finish-run.ts";
import { ulid } from "./ids.ts";
import { type Job, lockJob, removeJob, requeueJob } from "./jobs.ts";
import { lockRun } from "./runs.ts";
import { startRuns } from "./start-runs.ts";
import { saveResults } from "./steps.ts";
import { takeWait } from "./waits.ts";

const wakeData = z.object({ result: z.unknown().optional(), needsWait: z.boolean().default(false) });
const cronData = z.object({ cron: z.string() });
const eventList = z.array(z.custom<EventPayload>((value) => typeof value === "object" && value !== null));

/** Ends a pending step: a sleep is over, an event came, a timeout struck, or an invoked run ended. */
export async function doWake(engine: Engine, job: Job): Promise<void> {
  await transact(engine, async (tx) => {
    const run = job.run ? await lockRun(tx, job.run) : undefined;
    if (!(await lockJob(tx, job))) return;
    await removeJob(tx, job);
    if (!run || !job.step) return;
    const { result, needsWait } = wakeData.parse(job.data);
    // A timeout whose wait is gone has lost to an event, which brings the result.
    if (needsWait && !(await takeWait(tx, run.id, job.step))) return;
    if (!(await isPending(tx, run.id, job.step))) return;
    await saveResults(tx, run.id, [{ id: job.step, op: "wake", result }]);
    await tx.sql`delete from job where run = ${run.id} and step = ${job.step} and kind = 'wake'`;
    if (await mayGoOn(tx, run, [job.step])) await addDiscovery(tx, run, new Date());
  });
}

/** Starts a debounced or batched function with the events gathered. */
export async function doFire(engine: Engine, job: Job): Promise<void> {
  await transact(engine, async (tx) => {
    await lockKeys(tx);
    if (!(await lockJob(tx, job))) return;
    const now = new Date();
    const [row] = await tx.sql<{ at: Date; data: unknown }[]>`select at, data from job where id = ${job.id}`;
    // Claimed, then pushed back by one more event before this transaction got here.
    if (row && row.at > now) {
      await requeueJob(tx, job, { at: row.at, attempt: 0 });
      return;
    }
    await removeJob(tx, job);
    const [first, ...rest] = eventList.parse(row?.data);
    const fn = engine.registry.functions.get(job.fn ?? "");
    if (fn && first) await startRuns(tx, [{ fn, events: [first, ...rest] }], now);
  });
}

/** Starts a cron's run and re-dates the job. Ticks missed while no engine ran are made up for once, not one by one. */
export async function doCron(engine: Engine, job: Job): Promise<void> {
  await transact(engine, async (tx) => {
    const fn = engine.registry.functions.get(job.fn ?? "");
    if (fn?.config.throttle || fn?.config.singleton) await lockKeys(tx);
    if (!(await lockJob(tx, job))) return;
    const now = new Date();
    const { cron } = cronData.parse(job.data);
    const next = nextTick(cron, now);
    if (!fn || !next) {
      await removeJob(tx, job);
      return;
    }
    const data = { cron, scheduledAt: job.at.toISOString(), fireAt: now.toISOString() };
    const event = { id: ulid(now.getTime()), name: INTERNAL_EVENT.timer, ts: now.getTime(), data };
    await startRuns(tx, [{ fn, events: [event], idempotency: `cron:${cron} ${job.at.toISOString()}` }], now);
    await requeueJob(tx, job, { at: next, attempt: 0 });
  });
}

/** Cancels a run: an event of its `cancelOn` came, a newer singleton replaced it, or the API asked for it. */
export async function doCancel(engine: Engine, job: Job): Promise<void> {
  await transact(engine, async (tx) => {
    const run = job.run ? await lockRun(tx, job.run) : undefined;
    if (!(await lockJob(tx, job))) return;
    await removeJob(tx, job);
    if (!run) return;
    const error = { name: "Cancelled", message: "the run was cancelled" };
    await finishRun(tx, engine, run, { status: "Cancelled", output: error }, new Date());
  });
}

async function isPending(tx: Tx, run: string, step: string): Promise<boolean> {
  const rows = await tx.sql`select 1 from step where run = ${run} and id = ${step} and seq is null`;
  return rows.length > 0;
}
