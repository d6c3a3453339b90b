import type { Tx } from "./database.ts";
import { addJobs } from "./jobs.ts";
import type { LockedRun } from "./runs.ts";
import { hasPending, readProgress } from "./steps.ts";

/**
 * Whether the run may go on now that the steps in `done` came to their end. The function is re-entered once all steps
 * announced together are in; members of a race, and functions of request version 1, re-enter it after each. An answer
 * that brought nothing at all re-enters it too, unless steps are pending.
 */
export async function mayGoOn(tx: Tx, run: LockedRun, done: string[]): Promise<boolean> {
  if (done.length === 0) return !(await hasPending(tx, run.id));
  const { isOpen, isRace } = await readProgress(tx, run.id, done);
  return !isOpen || isRace || run.requestVersion === 1;
}

/**
 * Queues a call that looks for the run's next steps. There is at most one: two at once could both find the same step
 * and run it twice. If one is under way it is made again afterwards, as it hasn't seen the newest result.
 */
export async function addDiscovery(tx: Tx, run: LockedRun, now: Date): Promise<void> {
  const key = `discovery ${run.id}`;
  await addJobs(tx, [{ kind: "call", fn: run.fn, run: run.id, at: run.place, lane: run.lane, key }], now);
}
