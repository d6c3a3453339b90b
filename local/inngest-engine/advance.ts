import type { Tx } from "./database.ts";
import { addJobs } from "./jobs.ts";
import type { LockedRun } from "./runs.ts";
import { readProgress } from "./steps.ts";

/**
 * Lets the run go on after the steps in `done` came to their end. The function is re-entered once all pending steps are
 * in; members of a race, and functions of request version 1, re-enter it after each.
 */
export async function advance(tx: Tx, run: LockedRun, done: string[], now: Date): Promise<void> {
  const { pending, races } = await readProgress(tx, run.id, done);
  const isDue = pending === 0 || (done.length > 0 && (races || run.requestVersion === 1));
  if (isDue) await addDiscovery(tx, run, now);
}

/**
 * Queues a call that looks for the run's next steps. There is at most one: two at once could both find the same step
 * and run it twice. If one is under way it is made again afterwards, as it hasn't seen the newest result.
 */
export async function addDiscovery(tx: Tx, run: LockedRun, now: Date): Promise<void> {
  const key = `discovery ${run.id}`;
  await addJobs(tx, [{ kind: "call", fn: run.fn, run: run.id, at: run.place, lane: run.lane, key }], now);
}
