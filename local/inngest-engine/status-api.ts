import { z } from "zod";
import { transact } from "./database.ts";
import type { Reply, Request } from "./http-server.ts";
import { addJobs } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";

export const signalBody = z.object({ signal: z.string().min(1), data: z.unknown().optional() });

type RunRow = { run_id: string; function_id: string; status: string };

/** The results of a run's steps by id, for a call whose body was too large to carry them. */
export async function runSteps({ engine, params }: Request): Promise<Reply> {
  const [row] = await engine.sql<{ steps: unknown }[]>`
    select json_object_agg(id, result) as steps from step where run = ${params[0] ?? ""} and seq is not null`;
  return { status: 200, body: row?.steps ?? {} };
}

/** The events of a run, for the same reason. */
export async function runEvents({ engine, params }: Request): Promise<Reply> {
  const [row] = await engine.sql<{ events: unknown }[]>`select events from run where id = ${params[0] ?? ""}`;
  return row ? { status: 200, body: row.events } : notFound();
}

export async function event({ engine, params }: Request): Promise<Reply> {
  const [row] = await engine.sql<{ body: unknown }[]>`select body from event where id = ${params[0] ?? ""}`;
  return row ? { status: 200, body: { data: row.body } } : notFound();
}

export async function eventRuns({ engine, params }: Request): Promise<Reply> {
  const rows = await engine.sql<RunRow[]>`
    select id as run_id, fn as function_id, status, created_at as run_started_at, ended_at, output
    from run where events->0->>'id' = ${params[0] ?? ""} order by id`;
  return { status: 200, body: { data: rows } };
}

export async function run({ engine, params }: Request): Promise<Reply> {
  const [row] = await engine.sql<RunRow[]>`
    select id as run_id, fn as function_id, status, created_at as run_started_at, ended_at, output,
      events->0->>'id' as event_id
    from run where id = ${params[0] ?? ""}`;
  return row ? { status: 200, body: { data: row } } : notFound();
}

/** Cancels a run, if it is still alive. */
export async function cancelRun({ engine, params }: Request): Promise<Reply> {
  const id = params[0] ?? "";
  const rows = await engine.sql`select 1 from run where id = ${id}`;
  if (rows.length === 0) return notFound();
  const now = new Date();
  await transact(engine, (tx) => addJobs(tx, [{ kind: "cancel", run: id, at: now, lane: TIMER_LANE }], now));
  return { status: 202, body: {} };
}

function notFound(): Reply {
  return { status: 404, body: { status: 404, error: "not found" } };
}
