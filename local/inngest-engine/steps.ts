import type { Tx } from "./database.ts";

/** What a step came to: its value, its error, or the event it waited for. */
export type StepResult = { id: string; op: string; name?: string | null; result: unknown };

/** Saves the results of steps, in their order of completion. A result that is already there stays. */
export async function saveResults(tx: Tx, run: string, results: StepResult[]): Promise<void> {
  if (results.length === 0) return;
  await tx.sql`
    insert into step (run, id, op, name, result, seq)
    select ${run}, id, op, name, result::json, nextval('step_seq')
    from unnest(${results.map((step) => step.id)}::text[], ${results.map((step) => step.op)}::text[],
      ${results.map((step) => step.name ?? null)}::text[],
      ${results.map((step) => JSON.stringify(step.result))}::text[]) as new (id, op, name, result)
    on conflict (run, id) do update set op = excluded.op, result = excluded.result, seq = excluded.seq
      where step.seq is null`;
}

export type PendingStep = { id: string; op: string; name?: string | null; race: boolean };

/** Notes steps that now run or wait, announced together; answers the ids that were not known before. */
export async function addPending(
  tx: Tx,
  run: string,
  batch: string,
  steps: PendingStep[],
): Promise<Set<string>> {
  if (steps.length === 0) return new Set();
  const rows = await tx.sql<{ id: string }[]>`
    insert into step (run, id, op, name, race, batch)
    select ${run}, id, op, name, race::boolean, ${batch}
    from unnest(${steps.map((step) => step.id)}::text[], ${steps.map((step) => step.op)}::text[],
      ${steps.map((step) => step.name ?? null)}::text[], ${steps.map((step) => String(step.race))}::text[]
    ) as new (id, op, name, race)
    on conflict do nothing
    returning id`;
  return new Set(rows.map((row) => row.id));
}

/** Whether other steps announced together with these are still pending, and whether one of these runs in a race. */
export async function readProgress(
  tx: Tx,
  run: string,
  ids: string[],
): Promise<{ isOpen: boolean; isRace: boolean }> {
  const [row] = await tx.sql<{ isOpen: boolean; isRace: boolean }[]>`
    with mine as (select batch, race from step where run = ${run} and id = any(${ids}::text[]))
    select exists (
        select 1 from step where run = ${run} and seq is null and batch in (select batch from mine)
      ) as "isOpen",
      coalesce((select bool_or(race) from mine), false) as "isRace"`;
  return row ?? { isOpen: false, isRace: false };
}

/** Whether any step of the run is pending. */
export async function hasPending(tx: Tx, run: string): Promise<boolean> {
  const rows = await tx.sql`select 1 from step where run = ${run} and seq is null limit 1`;
  return rows.length > 0;
}
