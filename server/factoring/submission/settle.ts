import { inCompany, type Tx } from "#db/client.ts";
import { isPkeyTaken, type Submission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { updateAttemptFinished } from "#db/queries/submission-attempts.ts";
import { type AuditRecord, recordAudit } from "#server/audit/record-audit.ts";
import { env } from "#server/env.ts";
import { noteCall } from "#server/integrations/note-call.ts";
import type { LoginTrouble } from "#server/integrations/rules/login-trouble.ts";
import type { AttemptId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import type { SubmissionStep } from "../rules/submission-state.ts";
import type { CallResult } from "./call-result.ts";
import { type Consequence, consequence } from "./consequence.ts";
import type { Effect } from "./effect.ts";
import type { Progress, SubmissionJob } from "./submission-job.ts";

type Settled = {
  step: SubmissionStep;
  submission: Submission;
  /** Missing where nothing was sent. */
  call?: CallResult & { attemptId: AttemptId };
  effect: Effect;
};

/**
 * Commits what a call brought, first of all OTR's id of the invoice (OTR §10.1): attempt, row, audit and the
 * login's standing in one transaction. Returns what is next.
 */
export function settle(job: SubmissionJob, settled: Settled, now: Date): Promise<Progress> {
  const { scope, batchInvoiceId } = job;
  return inCompany(scope, async (tx) => {
    const effect = await adoptedOnce(tx, job, settled.effect);
    const { change, progress } = consequenceOf(settled, effect, now);
    const { batchId, loadId } = settled.submission.invoice;
    const ended = [{ topic: "queue" }, { topic: "load", id: loadId }] as const;
    // Sent together: none needs another's answer.
    await Promise.all([
      updateBatchInvoice(tx, scope, batchInvoiceId, change),
      settled.call && recordCall(tx, job, settled, settled.call, now),
      recordEnd(tx, job, progress, change, now),
      notify(tx, scope, { topic: "batch", id: batchId }, ...(progress.next === "end" ? ended : [])),
    ]);
    return progress;
  });
}

function consequenceOf({ submission, step }: Settled, effect: Effect, now: Date): Consequence {
  // The row was read before the call: a create that was "pending" then is "sending" now.
  const { tries, state } = submission.invoice;
  return consequence({ invoice: { tries, state }, step, now, schedule: env().OTR_REPLAY_SECONDS }, effect);
}

/** OTR must not answer two invoices of ours with one id. */
async function adoptedOnce(tx: Tx, job: SubmissionJob, effect: Effect): Promise<Effect> {
  if (effect.kind !== "created" || !effect.adopted) return effect;
  if (!(await isPkeyTaken(tx, job.scope, effect.otrInvoicePkey, job.batchInvoiceId))) return effect;
  return { kind: "failed", reason: "conflict", detail: "OTR's invoice belongs to another invoice of yours." };
}

async function recordCall(
  tx: Tx,
  job: SubmissionJob,
  { submission, step, effect }: Settled,
  { attemptId, outcome, exchange }: NonNullable<Settled["call"]>,
  now: Date,
): Promise<void> {
  const seen = {
    httpStatus: exchange?.httpStatus ?? null,
    otrRequestId: exchange?.requestId ?? null,
    durationMs: exchange?.durationMs ?? null,
  };
  const otrText = exchange?.otrText ?? null;
  const finished = updateAttemptFinished(tx, job.scope, attemptId, {
    finishedAt: now,
    outcome,
    otrText,
    ...seen,
  });
  if (!exchange) return finished;
  const { method, path } = exchange;
  const data = { step, outcome, method, path, ...seen };
  const trouble = troubleOf(effect);
  await Promise.all([
    finished,
    recordAudit(tx, job.scope, { ...systemRecord(job, now), action: "otr.exchange", data }),
    trouble !== "nothing_learned" && noteCall(tx, job.scope, submission.login, trouble, now),
  ]);
}

function troubleOf(effect: Effect): LoginTrouble | null | "nothing_learned" {
  if (effect.kind === "held") return effect.trouble;
  if (effect.kind === "not_sent") return "unreachable";
  return effect.kind === "lost" || effect.kind === "throttled" ? "nothing_learned" : null;
}

async function recordEnd(
  tx: Tx,
  job: SubmissionJob,
  progress: Progress,
  change: Consequence["change"],
  now: Date,
): Promise<void> {
  if (progress.next !== "end") return;
  const action = progress.state === "review" ? "invoice.unresolved" : "invoice.failed";
  const { failureReason, failureDetail, failedStep } = change;
  await recordAudit(tx, job.scope, {
    ...systemRecord(job, now),
    action,
    data: { step: failedStep, reason: failureReason, detail: failureDetail },
  });
}

function systemRecord(job: SubmissionJob, at: Date): Pick<AuditRecord, "subject" | "at" | "by"> {
  return { subject: job.batchInvoiceId, at, by: null };
}
