import { randomUUID } from "node:crypto";
import type { Job } from "./jobs.ts";
import type { FunctionDef } from "./registry.ts";
import type { RunState } from "./run-state.ts";

export type CallRequest = { url: string; headers: Record<string, string>; body: Record<string, unknown> };

/** Bodies above this are sent without steps and events; the SDK then fetches them from /v0/runs. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The request that lets the app run its function, or one step of it, given what the run has done so far. */
export function callRequest(job: Job, fn: FunctionDef, state: RunState): CallRequest {
  const stepId = job.step ?? "step";
  const url = new URL(fn.url);
  url.searchParams.set("fnId", fn.id);
  url.searchParams.set("stepId", stepId);
  const isFirst = job.attempt === 0 && !state.stack?.length;
  const version = isFirst ? -1 : state.requestVersion;
  const requestId = randomUUID();
  const body = callBody(job, fn, state, { version, requestId, stepId });
  return {
    url: url.href,
    headers: {
      "x-run-id": state.id,
      "x-request-id": requestId,
      "x-inngest-generation-id": String(job.gen),
      "x-inngest-job-id": job.id,
      "x-inngest-req-version": String(version),
      "x-inngest-step-id": stepId,
    },
    body,
  };
}

/** A dispatch is named by its job and claim: checkpoints that carry an older one are refused. */
export function dispatchId(job: Pick<Job, "id" | "gen">): string {
  return `${job.id}.${job.gen}`;
}

function callBody(
  job: Job,
  fn: FunctionDef,
  state: RunState,
  { version, requestId, stepId }: { version: number; requestId: string; stepId: string },
): Record<string, unknown> {
  const stack = state.stack ?? [];
  const ctx = {
    run_id: state.id,
    // fn_id together with qi_id is what turns checkpointing on in the SDK.
    fn_id: fn.uuid,
    env: "",
    step_id: stepId,
    attempt: job.attempt,
    max_attempts: fn.maxAttempts,
    qi_id: dispatchId(job),
    request_id: requestId,
    generation_id: job.gen,
    job_id: job.id,
    stack: { stack, current: stack.length },
    // While steps are pending nothing may run at discovery: each has its own call.
    disable_immediate_execution: state.hasPending,
    use_api: false,
  };
  const body = {
    event: state.events[0],
    events: state.events,
    steps: state.steps ?? {},
    defers: {},
    version,
    ctx,
  };
  if (isSmall(body)) return body;
  return { ...body, events: [], steps: {}, use_api: true, ctx: { ...ctx, use_api: true } };
}

function isSmall(body: Record<string, unknown>): boolean {
  return Buffer.byteLength(JSON.stringify(body)) <= MAX_BODY_BYTES;
}
