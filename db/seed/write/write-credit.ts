import type { Tx } from "#db/client.ts";
import { creditChecks, creditStandings } from "#db/schema/index.ts";
import type { CreditTrigger } from "#server/credit-check/rules/credit-decision.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import type { Calendar } from "../calendar.ts";
import { type Cast, personOf, subsidiaryOf } from "../cast.ts";
import type { SubsidiaryKey } from "../data/companies.ts";
import { CREDIT_ANSWERS, UNREACHABLE } from "../data/credit-answers.ts";
import { idAt } from "../id-at.ts";
import type { CustomerPlan } from "../plan/plan-types.ts";
import type { Random } from "../random.ts";
import { insertMany } from "./insert-many.ts";

type Check = typeof creditChecks.$inferInsert;
type Standing = typeof creditStandings.$inferInsert;

const TRIGGERS: readonly CreditTrigger[] = ["load_created", "load_queued"];

/** Writes what OTR said of each factored broker, and where each stands by now: in all four colours, some stale. */
export async function writeCredit(
  tx: Tx,
  cast: Cast,
  { customers, random, calendar }: { customers: readonly CustomerPlan[]; random: Random; calendar: Calendar },
): Promise<void> {
  const checks: Check[] = [];
  const standings: Standing[] = [];
  for (const key of ["sample", "river"] as const satisfies SubsidiaryKey[]) {
    const { integrationId } = subsidiaryOf(cast, key);
    if (!integrationId) continue;
    for (const customer of customers.filter((plan) => plan.methods[key] === "factoring" && isChecked(plan))) {
      const history = checksOf(cast, { customer, integrationId, random, calendar });
      checks.push(...history);
      standings.push(standingOf(history));
    }
  }
  await insertMany(tx, creditChecks, checks);
  await insertMany(tx, creditStandings, standings);
}

function isChecked({ mcNumber, credit }: CustomerPlan): boolean {
  return mcNumber !== null && credit !== null && credit !== "unchecked";
}

function checksOf(
  cast: Cast,
  setting: { customer: CustomerPlan; integrationId: IntegrationId; random: Random; calendar: Calendar },
): Check[] {
  const { customer, integrationId, random, calendar } = setting;
  const ages = [random.int(30, 60), random.int(8, 25), random.int(1, 5)];
  const isStale = random.chance(0.1);
  const checks = ages.map((daysAgo, index): Check => {
    const checkedAt = calendar.at(daysAgo, random.int(8, 16) + random.next());
    const byHand = index === 1 && random.chance(0.3);
    return {
      companyId: cast.scope.companyId,
      id: idAt("credit", checkedAt),
      integrationId,
      customerId: customer.id,
      mcNumber: customer.mcNumber ?? "",
      trigger: byHand ? "manual" : random.pick(TRIGGERS),
      requestedBy: byHand ? personOf(cast, "dispatcher") : null,
      ...(isStale && index === ages.length - 1 ? { error: UNREACHABLE } : answerFor(customer)),
      checkedAt,
      createdAt: checkedAt,
    };
  });
  return checks;
}

function answerFor({ credit, name, mcNumber }: CustomerPlan): Partial<Check> {
  if (credit === null || credit === "unknown") {
    return { decision: "not_found", otrText: "Broker not found", httpStatus: 404 };
  }
  const { result, decision } = CREDIT_ANSWERS[credit];
  const otrBrokerId = String(8_000 + (Number(mcNumber) % 1_900));
  return { decision, otrText: result, otrBrokerName: name, otrBrokerId, httpStatus: 200 };
}

/** The last answer, and the failure after it where there was one (R13). */
function standingOf(history: readonly Check[]): Standing {
  const last = history.at(-1);
  const decided = history.findLast((check) => check.decision);
  if (!last || !decided) throw new Error("a standing needs a check");
  return {
    companyId: last.companyId,
    integrationId: last.integrationId,
    customerId: last.customerId,
    decision: decided.decision,
    otrText: decided.otrText,
    otrBrokerName: decided.otrBrokerName,
    trigger: decided.trigger,
    decidedAt: decided.checkedAt,
    checkedAt: last.checkedAt,
    staleReason: last.error,
  };
}
