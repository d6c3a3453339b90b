import type { Opcode } from "./answer.ts";
import type { Tx } from "./database.ts";
import { parseMoment } from "./duration.ts";
import type { Engine } from "./engine.ts";
import { INTERNAL_EVENT } from "./events.ts";
import { ulid } from "./ids.ts";
import { addJobs, type NewJob } from "./jobs.ts";
import { TIMER_LANE } from "./lanes.ts";
import type { LockedRun } from "./runs.ts";
import { startRuns } from "./start-runs.ts";
import { addPending } from "./steps.ts";
import { addWait } from "./waits.ts";

type Planner = (tx: Tx, engine: Engine, run: LockedRun, op: Opcode, now: Date) => Promise<NewJob[]>;

/** Steps that end later than the answer that announces them, and what each needs to end. */
const PLANNERS = {
  StepPlanned: async (_tx, _engine, run, op) => [
    { kind: "call", fn: run.fn, run: run.id, step: op.id, at: run.place, lane: run.lane },
  ],

  // The SDK sends a sleep's span and a wait's event name as `name`, not in `opts`.
  Sleep: async (_tx, _engine, run, op, now) => [
    wake(run, op, parseMoment(op.name ?? "", now), { data: null }),
  ],

  WaitForEvent: async (tx, _engine, run, op, now) => {
    const expression = text(op.opts?.if);
    await addWait(tx, {
      run: run.id,
      step: op.id,
      event: op.name ?? "",
      expression,
      original: run.events[0],
    });
    return [timeout(run, op, now, { data: null })];
  },

  WaitForSignal: async (tx, _engine, run, op, now) => {
    const event = signalEvent(text(op.opts?.signal) ?? op.name ?? "");
    await addWait(tx, { run: run.id, step: op.id, event, expression: undefined, original: run.events[0] });
    return [timeout(run, op, now, { data: null })];
  },

  InvokeFunction: async (tx, engine, run, op, now) => {
    const slug = text(op.opts?.function_id) ?? "";
    const fn = engine.registry.functions.get(slug);
    if (!fn) return [wake(run, op, now, invokeError(`there is no function ${slug} to invoke`))];
    const payload = op.opts?.payload;
    const sent = isRecord(payload) ? payload : {};
    const data = isRecord(sent.data) ? sent.data : {};
    const link = { fn_id: slug, correlation_id: `${run.id}.${op.id}` };
    const event = { ...sent, id: ulid(now.getTime()), name: INTERNAL_EVENT.invoked, ts: now.getTime() };
    const parent = { run: run.id, step: op.id };
    const events = [{ ...event, data: { ...data, _inngest: link } }] as const;
    const started = await startRuns(tx, [{ fn, events: [...events], parent }], now);
    if (started.length === 0)
      return [wake(run, op, now, invokeError(`${slug} is a singleton and at work already`))];
    const limit = text(op.opts?.timeout);
    if (!limit) return [];
    return [wake(run, op, parseMoment(limit, now), invokeError(`${slug} took longer than ${limit}`))];
  },
} satisfies Record<string, Planner>;

const planners = new Map<string, Planner>(Object.entries(PLANNERS));

export function isPendingOp(op: string): boolean {
  return planners.has(op);
}

/** Notes the announced steps and queues what ends them. Those that were announced before are left as they are. */
export async function plan(
  tx: Tx,
  engine: Engine,
  { run, batch, ops, now }: { run: LockedRun; batch: string; ops: Opcode[]; now: Date },
): Promise<void> {
  const steps = ops.map((op) => ({
    id: op.id,
    op: op.op,
    name: op.displayName ?? op.name,
    race: op.opts?.parallelMode === "race",
  }));
  const added = await addPending(tx, run.id, batch, steps);
  const jobs: NewJob[] = [];
  for (const op of ops) {
    const planner = added.has(op.id) ? planners.get(op.op) : undefined;
    if (planner) jobs.push(...(await planner(tx, engine, run, op, now)));
  }
  await addJobs(tx, jobs, now);
}

/** The name under which a signal waits among the events. */
export function signalEvent(signal: string): string {
  return `inngest/signal ${signal}`;
}

function wake(run: LockedRun, op: Opcode, at: Date, result: unknown): NewJob {
  return { kind: "wake", run: run.id, step: op.id, at, lane: TIMER_LANE, data: { result } };
}

function timeout(run: LockedRun, op: Opcode, now: Date, result: unknown): NewJob {
  const at = parseMoment(text(op.opts?.timeout) ?? "", now);
  return { kind: "wake", run: run.id, step: op.id, at, lane: TIMER_LANE, data: { result, needsWait: true } };
}

function invokeError(message: string) {
  return { error: { name: "Error", message } };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
