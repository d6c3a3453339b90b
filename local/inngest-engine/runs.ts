import type { Tx } from "./database.ts";
import type { EventPayload } from "./events.ts";

/** A living run, locked by this transaction. */
export type LockedRun = {
  id: string;
  fn: string;
  lane: string;
  /** Its place in the queue, never in the future: follow-up calls of older runs go first, so runs end in the order they began. */
  place: Date;
  events: [EventPayload, ...EventPayload[]];
  requestVersion: number;
  parentRun: string | null;
  parentStep: string | null;
};

/** Locks the run; undefined when it has ended. */
export async function lockRun(tx: Tx, id: string): Promise<LockedRun | undefined> {
  const [run] = await tx.sql<LockedRun[]>`
    select id, fn, lane, place, events, request_version as "requestVersion",
      parent_run as "parentRun", parent_step as "parentStep"
    from run where id = ${id} and ended_at is null for update`;
  return run;
}
