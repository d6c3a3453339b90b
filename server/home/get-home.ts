import { inCompany } from "#db/client.ts";
import { findFirstFacts, hasAnyBatch, listFactoringDesks } from "#db/queries/home-desks.ts";
import { findConnectedSince, findLastNightlyRun } from "#db/queries/sync-history.ts";
import type { Actor } from "#server/auth/actor.ts";
import { mayPass } from "#server/auth/rules/permissions.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { nightlyVerdict } from "#server/reports/rules/nightly-verdict.ts";
import { readBilling } from "./read-billing.ts";
import { deskTroubles, nightTroubles } from "./rules/desk-troubles.ts";
import { firstSteps } from "./rules/first-steps.ts";
import type { Home } from "./schemas.ts";

/** The home page: what needs this reader now, where the money stands, and for a new company the way to its first batch. */
export function getHome(actor: Actor, clock: Clock = systemClock): Promise<Home> {
  const { scope } = actor;
  const { timeZone } = actor.company;
  return inCompany(scope, async (tx) => {
    const now = clock();
    const [hasBatch, desks, run, connectedAt] = await Promise.all([
      hasAnyBatch(tx, scope),
      listFactoringDesks(tx, scope),
      findLastNightlyRun(tx, scope),
      findConnectedSince(tx, scope),
    ]);
    if (!hasBatch) {
      const facts = { ...(await findFirstFacts(tx, scope)), hasBatch };
      const refused = desks.filter(({ integrationStatus }) => integrationStatus === "rejected");
      return { troubles: deskTroubles(refused, actor), billing: null, firstSteps: firstSteps(facts, actor) };
    }
    const lastRun = run
      ? {
          nightOf: run.nightOf,
          startedAt: run.startedAt.toISOString(),
          finishedAt: run.finishedAt?.toISOString() ?? null,
        }
      : null;
    const verdict = nightlyVerdict({ lastRun, connectedAt, timeZone, now });
    const night = { verdict, lastNightOf: run?.nightOf ?? null, troubles: run?.troubles ?? [] };
    return {
      troubles: [...deskTroubles(desks, actor), ...nightTroubles(night, actor)],
      billing: mayPass("billing", actor) ? await readBilling(tx, actor, { now, timeZone }) : null,
      firstSteps: null,
    };
  });
}
