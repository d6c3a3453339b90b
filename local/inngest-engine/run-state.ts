import type { Sql } from "./database.ts";
import type { EventPayload } from "./events.ts";

export type RunState = {
  id: string;
  fn: string;
  events: [EventPayload, ...EventPayload[]];
  requestVersion: number;
  /** Results by step id. */
  steps: Record<string, unknown> | null;
  /** Step ids in order of completion. */
  stack: string[] | null;
  hasPending: boolean;
};

/** A living run with the results of its steps, as one consistent picture; undefined once it has ended. */
export async function findRunState(sql: Sql, runId: string): Promise<RunState | undefined> {
  const [state] = await sql<RunState[]>`
    select run.id, run.fn, run.events, run.request_version as "requestVersion",
      done.steps, done.stack, coalesce(done.pending, false) as "hasPending"
    from run left join lateral (
      select json_object_agg(id, result) filter (where seq is not null) as steps,
        array_agg(id order by seq) filter (where seq is not null) as stack,
        bool_or(seq is null) as pending
      from step where step.run = run.id
    ) as done on true
    where run.id = ${runId} and run.ended_at is null`;
  return state;
}
