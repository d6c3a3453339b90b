import { addDiscovery, mayGoOn } from "./advance.ts";
import type { Answer, Opcode } from "./answer.ts";
import { dispatchId } from "./call-request.ts";
import type { Tx } from "./database.ts";
import type { Engine } from "./engine.ts";
import { finishRun } from "./finish-run.ts";
import { DEFAULT_ATTEMPTS } from "./function-config.ts";
import { type Job, removeJob, requeueJob } from "./jobs.ts";
import { isPendingOp, plan } from "./pending-ops.ts";
import { retryAt } from "./retry-delay.ts";
import type { LockedRun } from "./runs.ts";
import { type StepResult, saveResults } from "./steps.ts";

type Booking = { job: Job; run: LockedRun; answer: Extract<Answer, { kind: "ops" }>; now: Date };

/** sha1("complete"): the id under which the SDK reports the function itself instead of a step. */
const FUNCTION_ID = "0737c22d3bfae812339732d14d8c7dbd6dc4e09c";

/** Books the opcodes of one answer: results are saved, new steps queued, and the run re-entered when it is time. */
export async function applyOps(tx: Tx, engine: Engine, { job, run, answer, now }: Booking): Promise<void> {
  const { ops } = answer;
  const unsupported = ops.find(({ op }) => !isKnownOp(op));
  if (unsupported) {
    const error = { name: "Unsupported", message: `the local engine has no ${unsupported.op}` };
    await finishRun(tx, engine, run, { status: "Failed", output: error }, now);
    return;
  }
  await rememberVersion(tx, run, answer.requestVersion);
  const attempts = engine.registry.functions.get(run.fn)?.maxAttempts ?? DEFAULT_ATTEMPTS;
  const retried = ops.find(({ op }) => op === "StepError" && job.attempt + 1 < attempts);
  const results = ops.filter((op) => op !== retried).flatMap(toResult);
  await saveResults(tx, run.id, results);
  const end = readEnd(ops, retried);
  if (end) {
    await finishRun(tx, engine, run, end, now);
    return;
  }
  const announced = ops.filter(({ op }) => isPendingOp(op));
  await plan(tx, engine, { run, batch: dispatchId(job), ops: announced, now });
  if (retried) {
    const at = retryAt(job.attempt, now, {
      override: engine.config.retrySeconds,
      retryAfter: answer.retryAfter,
    });
    await requeueJob(tx, job, { at, attempt: job.attempt + 1 });
    return;
  }
  const done = results.map(({ id }) => id);
  const [isAskedAgain, isDue] = await Promise.all([removeJob(tx, job), mayGoOn(tx, run, done)]);
  if (isAskedAgain || isDue) await addDiscovery(tx, run, now);
}

const RESULT_OPS = new Set(["StepRun", "Step", "StepFailed", "StepError"]);
const SILENT_OPS = new Set(["RunComplete", "DiscoveryRequest"]);

function isKnownOp(op: string): boolean {
  return RESULT_OPS.has(op) || SILENT_OPS.has(op) || isPendingOp(op);
}

function toResult(op: Opcode): StepResult[] {
  if (!RESULT_OPS.has(op.op) || op.id === FUNCTION_ID) return [];
  const hasFailed = op.op === "StepFailed" || op.op === "StepError";
  const result = hasFailed ? { error: op.error ?? op.data } : { data: op.data ?? null };
  return [{ id: op.id, op: op.op, name: op.displayName ?? op.name, result }];
}

function readEnd(ops: Opcode[], retried: Opcode | undefined) {
  const complete = ops.find(({ op }) => op === "RunComplete");
  if (complete) return { status: "Completed" as const, output: complete.data ?? null };
  const failure = ops.find(({ id, op }) => id === FUNCTION_ID && (op === "StepFailed" || op === "StepError"));
  if (failure && failure !== retried) return { status: "Failed" as const, output: failure.error };
  return undefined;
}

async function rememberVersion(tx: Tx, run: LockedRun, version: number): Promise<void> {
  if (version === run.requestVersion) return;
  run.requestVersion = version;
  await tx.sql`update run set request_version = ${version} where id = ${run.id}`;
}
