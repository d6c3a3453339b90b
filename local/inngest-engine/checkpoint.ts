import { z } from "zod";
import { opcodes } from "./answer.ts";
import type { Sql } from "./database.ts";

/** What the SDK posts after each step it ran in one go. */
export const checkpointBody = z.object({ qi_id: z.string().regex(/^\d+\.\d+$/), steps: opcodes });

/**
 * Saves steps that an ongoing call has done; false when the dispatch is stale, and the SDK must stop. One statement
 * on the job's row alone: no foreign key ties steps to runs, so no lock on the run is taken behind the lock order's back.
 */
export async function saveCheckpoint(
  sql: Sql,
  { qi_id, steps }: z.infer<typeof checkpointBody>,
): Promise<boolean> {
  const [id = "", gen = ""] = qi_id.split(".");
  const done = steps.filter(({ op }) => op === "StepRun" || op === "Step");
  const rows = await sql`
    with dispatch as (
      select run from job where id = ${id} and gen = ${gen} for update
    ), saved as (
      insert into step (run, id, op, name, result, seq)
      select dispatch.run, new.id, 'StepRun', new.name, new.result::json, nextval('step_seq')
      from dispatch, unnest(
        ${done.map((step) => step.id)}::text[], ${done.map((step) => step.displayName ?? step.name ?? null)}::text[],
        ${done.map((step) => JSON.stringify({ data: step.data ?? null }))}::text[]) as new (id, name, result)
      on conflict (run, id) do update set result = excluded.result, seq = excluded.seq where step.seq is null
    )
    select 1 from dispatch`;
  return rows.length > 0;
}
