import type { Answer } from "./answer.ts";
import { applyOps } from "./apply-ops.ts";
import { type Tx, transact } from "./database.ts";
import type { Engine } from "./engine.ts";
import { finishRun } from "./finish-run.ts";
import { DEFAULT_ATTEMPTS } from "./function-config.ts";
import { type Job, lockJob, removeJob, requeueJob } from "./jobs.ts";
import { retryAt } from "./retry-delay.ts";
import { lockRun } from "./runs.ts";

/** How soon to knock again at an app that is down. */
const KNOCK_MS = 1000;

/**
 * Books the answer to a call in one transaction, so nothing is ever half done. An answer whose job was claimed again
 * meanwhile (its lease ran out) or removed (its run ended) is stale and changes nothing.
 */
export async function settle(engine: Engine, job: Job, answer: Answer): Promise<void> {
  await transact(engine, async (tx) => {
    // Sent together, done in this order: run, then job.
    const [run, isCurrent] = await Promise.all([
      job.run ? lockRun(tx, job.run) : undefined,
      lockJob(tx, job),
    ]);
    if (!isCurrent) return;
    if (!run) {
      await removeJob(tx, job);
      return;
    }
    const now = new Date();
    switch (answer.kind) {
      case "undelivered":
        await requeueJob(tx, job, { at: new Date(now.getTime() + KNOCK_MS), attempt: job.attempt });
        return;
      case "failed":
        await retryOrFail(tx, engine, { job, run, error: answer.error, retryAfter: answer.retryAfter, now });
        return;
      case "refused":
        await finishRun(tx, engine, run, { status: "Failed", output: answer.error }, now);
        return;
      case "returned":
        await finishRun(tx, engine, run, { status: "Completed", output: answer.output }, now);
        return;
      case "ops":
        await applyOps(tx, engine, { job, run, answer, now });
        return;
      default:
        answer satisfies never;
    }
  });
}

type Failure = {
  job: Job;
  run: Parameters<typeof finishRun>[2];
  error: unknown;
  retryAfter: Date | undefined;
  now: Date;
};

async function retryOrFail(
  tx: Tx,
  engine: Engine,
  { job, run, error, retryAfter, now }: Failure,
): Promise<void> {
  const attempts = engine.registry.functions.get(run.fn)?.maxAttempts ?? DEFAULT_ATTEMPTS;
  if (job.attempt + 1 >= attempts) {
    await finishRun(tx, engine, run, { status: "Failed", output: error }, now);
    return;
  }
  const at = retryAt(job.attempt, now, { override: engine.config.retrySeconds, retryAfter });
  await requeueJob(tx, job, { at, attempt: job.attempt + 1 });
}
