import { inCompany, type Tx } from "#db/client.ts";
import {
  holdMcNumber,
  insertCreditCheck,
  upsertDecidedStanding,
  upsertStaleStanding,
} from "#db/queries/credit-writes.ts";
import type { OtrLogin } from "#db/queries/integrations.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { noteCall } from "#server/integrations/note-call.ts";
import { notify } from "#server/live/notify.ts";
import type { BrokerCheckOutcome } from "#server/otr/broker-check.ts";
import type { CheckJob } from "./check-job.ts";
import { UNANSWERED } from "./unanswered.ts";

/** A check as it went; `startedAt` is before OTR was asked. */
export type MadeCheck = { login: OtrLogin; mcNumber: string; startedAt: Date; outcome: BrokerCheckOutcome };

/**
 * Commits what a check brought: history, standing, what it says of the login, and the audit entry. False where the
 * customer has another MC number by now: the answer is then about somebody else, and only history keeps it.
 */
export function keepCheck(job: CheckJob, made: MadeCheck, now: Date): Promise<boolean> {
  const { scope, customerId } = job;
  return inCompany(scope, async (tx) => {
    const isSameBroker = (await holdMcNumber(tx, scope, customerId)) === made.mcNumber;
    await insertCreditCheck(tx, scope, historyOf(job, made, now));
    if (isSameBroker) await keepStanding(tx, job, made, now);
    await noteLogin(tx, job, made, now);
    await recordAudit(tx, scope, auditOf(job, made, now));
    await notify(tx, scope, { topic: "credit", id: customerId });
    return isSameBroker;
  });
}

/** Records a call that OTR answered by asking to slow down: nothing else is kept of it (R34). */
export function keepExchange(job: CheckJob, made: MadeCheck, now: Date): Promise<void> {
  return inCompany(job.scope, (tx) => recordAudit(tx, job.scope, auditOf(job, made, now)));
}

function historyOf(
  { integrationId, customerId, cause }: CheckJob,
  { mcNumber, outcome }: MadeCheck,
  now: Date,
) {
  const isDecided = outcome.decision !== "unknown";
  return {
    integrationId,
    customerId,
    mcNumber,
    trigger: cause.trigger,
    requestedBy: cause.trigger === "manual" ? cause.demandedBy : null,
    decision: isDecided ? outcome.decision : null,
    otrText: isDecided ? outcome.rawText : (outcome.otrText ?? null),
    otrBrokerName: isDecided ? outcome.brokerName : null,
    otrBrokerId: isDecided ? outcome.otrBrokerId : null,
    httpStatus: outcome.exchange.httpStatus ?? null,
    error: isDecided ? null : UNANSWERED[outcome.why].sentence,
    checkedAt: now,
  };
}

async function keepStanding(
  tx: Tx,
  { scope, integrationId, customerId, cause: { trigger } }: CheckJob,
  { outcome, startedAt }: MadeCheck,
  now: Date,
): Promise<void> {
  const standing = { integrationId, customerId, trigger, startedAt, checkedAt: now };
  if (outcome.decision === "unknown") {
    const staleReason = UNANSWERED[outcome.why].sentence;
    return upsertStaleStanding(tx, scope, { ...standing, staleReason });
  }
  await upsertDecidedStanding(tx, scope, {
    ...standing,
    decision: outcome.decision,
    otrText: outcome.rawText,
    otrBrokerName: outcome.brokerName,
    decidedAt: now,
  });
}

async function noteLogin(
  tx: Tx,
  { scope }: CheckJob,
  { login, outcome }: MadeCheck,
  now: Date,
): Promise<void> {
  if (outcome.decision !== "unknown") return noteCall(tx, scope, login, null, now);
  const { trouble } = UNANSWERED[outcome.why];
  if (trouble) await noteCall(tx, scope, login, trouble, now);
}

function auditOf(
  { integrationId, customerId, cause }: CheckJob,
  { mcNumber, outcome: { decision, exchange, ...outcome } }: MadeCheck,
  at: Date,
) {
  return {
    action: "credit.checked",
    subject: customerId,
    at,
    by: cause.trigger === "manual" ? { userId: cause.demandedBy, ip: null } : null,
    data: {
      trigger: cause.trigger,
      integrationId,
      mcNumber,
      outcome: "why" in outcome ? outcome.why : decision,
      method: exchange.method,
      path: exchange.path,
      httpStatus: exchange.httpStatus ?? null,
      otrRequestId: exchange.requestId ?? null,
      durationMs: exchange.durationMs,
    },
  } as const;
}
