import { inCompany } from "#db/client.ts";
import { findBrokerAtLogin } from "#db/queries/credit-checks.ts";
import { withSessionLock } from "#db/session-locks.ts";
import { otrClientFor } from "#server/integrations/otr-client-for.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { brokerCheck } from "#server/otr/broker-check.ts";
import type { CheckJob, CheckProgress } from "./check-job.ts";
import { keepCheck, keepExchange } from "./keep-check.ts";
import { isCheckDue } from "./rules/check-due.ts";
import { isAnswered } from "./rules/is-answered.ts";
import { creditObstacle } from "./rules/obstacle.ts";

const busySeconds = 5;
const changedSeconds = 1;

/**
 * Asks OTR about a broker with one login and keeps the answer (R14, R15). One check of a broker and login at a time,
 * in however many processes. All is read again first: what an automatic check was asked for may have been answered
 * since, and so may a demand, by a check that began after it. `isLastTry`: if OTR asks to slow down once more, that
 * is kept as a check without an answer. Nothing of a check that breaks off is kept, so it is made again.
 */
export async function checkBroker(
  job: CheckJob,
  { isLastTry }: { isLastTry: boolean },
  clock: Clock = systemClock,
): Promise<CheckProgress> {
  const lock = `credit ${job.integrationId} ${job.customerId}`;
  const progress = await withSessionLock(lock, () => checkAlone(job, isLastTry, clock));
  return progress ?? { next: "wait", seconds: busySeconds };
}

async function checkAlone(job: CheckJob, isLastTry: boolean, clock: Clock): Promise<CheckProgress> {
  const { scope, customerId, integrationId } = job;
  const broker = await inCompany(scope, (tx) => findBrokerAtLogin(tx, scope, customerId, integrationId));
  if (!broker || creditObstacle(factsOf(broker)) || !broker.mcNumber) return notCheckable(job);
  const { login, mcNumber } = broker;
  const startedAt = clock();
  if (!isNeeded(job, broker, startedAt)) return { next: "end", result: "not_needed" };

  const outcome = await brokerCheck(otrClientFor(scope, login, clock), mcNumber);
  const made = { login, mcNumber, startedAt, outcome };
  if (outcome.decision === "unknown" && outcome.why === "throttled" && !isLastTry) {
    // A login that is still paused from an earlier answer asks nothing.
    if (outcome.exchange.httpStatus !== undefined) await keepExchange(job, made, clock());
    return { next: "wait", seconds: outcome.afterSeconds ?? busySeconds };
  }
  const isSameBroker = await keepCheck(job, made, clock());
  if (!isSameBroker) return { next: "wait", seconds: changedSeconds };
  return { next: "end", result: outcome.decision === "unknown" ? "unanswered" : "decided" };
}

type Broker = NonNullable<Awaited<ReturnType<typeof findBrokerAtLogin>>>;

function factsOf({ method, mcNumber, login }: Broker) {
  return { method, mcNumber, integrationStatus: login.status };
}

function isNeeded({ cause }: CheckJob, { answeredAt, startedAt }: Broker, now: Date): boolean {
  if (cause.trigger !== "manual") return isCheckDue(answeredAt, now);
  return !isAnswered(startedAt, cause.demandedAt);
}

/** Whoever waits for the check must look again: the page then says what stands in its way. */
async function notCheckable({ scope, customerId }: CheckJob): Promise<CheckProgress> {
  await inCompany(scope, (tx) => notify(tx, scope, { topic: "credit", id: customerId }));
  return { next: "end", result: "not_checkable" };
}
