import { inngest } from "#inngest/client.ts";
import { creditCheckDemanded, creditCheckRequested } from "#inngest/events.ts";
import { abandonCheck } from "#server/credit-check/abandon-check.ts";
import { checkBroker } from "#server/credit-check/check-broker.ts";
import type { CheckJob, CheckResult } from "#server/credit-check/check-job.ts";
import type { AutomaticTrigger } from "#server/credit-check/rules/credit-decision.ts";
import type { CompanyId, CustomerId, IntegrationId, UserId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { type Steps, stepsOver } from "./steps.ts";

type BrokerAtLogin = { companyId: CompanyId; integrationId: IntegrationId; customerId: CustomerId };
type Requested = BrokerAtLogin & { trigger: AutomaticTrigger };
type Demanded = BrokerAtLogin & { demandedBy: UserId; demandedAt: string };

const broker = 'event.data.integrationId + " " + event.data.customerId';
const maxTurns = 12;

/** One check of a broker and login at a time, whoever asked. */
const oneAtATime = { limit: 1, scope: "env", key: `"credit " + ${broker}` } as const;

/**
 * The automatic check (R15). Loads created one after the other for one broker come to one check: it waits until two
 * seconds have passed without another, ten at most. What comes later finds the answer younger than a day.
 */
export const buildCheckRequestedCredit = ({ concurrency }: { concurrency: number }) =>
  inngest.createFunction(
    {
      id: "check-requested-credit",
      triggers: creditCheckRequested,
      debounce: { key: broker, period: "2s", timeout: "10s" },
      concurrency: [oneAtATime, { limit: concurrency, key: "event.data.integrationId" }],
      retries: 5,
      onFailure: async ({ event, step }) => {
        const job = requestedJob(creditCheckRequested.schema.parse(event.data.event.data));
        await step.run("abandon", () => abandonCheck(job));
      },
    },
    ({ event, step }) => checkCredit(requestedJob(event.data), stepsOver(step)),
  );

/** The check that a person asked for by ↻: at once, whatever the last one's age (R14). */
export const buildCheckDemandedCredit = () =>
  inngest.createFunction(
    {
      id: "check-demanded-credit",
      triggers: creditCheckDemanded,
      concurrency: oneAtATime,
      retries: 2,
      onFailure: async ({ event, step }) => {
        const job = demandedJob(creditCheckDemanded.schema.parse(event.data.event.data));
        await step.run("abandon", () => abandonCheck(job));
      },
    },
    ({ event, step }) => checkCredit(demandedJob(event.data), stepsOver(step)),
  );

/** Checks a broker, and waits durably while OTR asks to slow down or another check of it runs. */
export async function checkCredit(
  job: CheckJob,
  steps: Steps,
  check: typeof checkBroker = checkBroker,
): Promise<{ result: CheckResult | "left_to_another" }> {
  for (let turn = 1; turn <= maxTurns; turn += 1) {
    const isLastTry = turn === maxTurns;
    const progress = await steps.run(`check ${turn}`, () => check(job, { isLastTry }));
    if (progress.next === "end") return { result: progress.result };
    await steps.sleep(`wait ${turn}`, progress.seconds);
  }
  return { result: "left_to_another" };
}

function requestedJob({ companyId, trigger, ...names }: Requested): CheckJob {
  return { scope: scopeOf({ companyId }), ...names, cause: { trigger } };
}

function demandedJob({ companyId, demandedBy, demandedAt, ...names }: Demanded): CheckJob {
  const cause = { trigger: "manual", demandedBy, demandedAt: new Date(demandedAt) } as const;
  return { scope: scopeOf({ companyId }), ...names, cause };
}
