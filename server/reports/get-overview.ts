import { inCompany } from "#db/client.ts";
import { countNeedsYou, listReportSubsidiaries } from "#db/queries/factoring-report.ts";
import { findConnectedSince, findLastNightlyRun } from "#db/queries/sync-history.ts";
import type { Actor } from "#server/auth/actor.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { nightlyVerdict } from "./rules/nightly-verdict.ts";
import type { NightlyRun, ReportOverview } from "./schemas.ts";
import { toSyncCounts } from "./sync-counts.ts";

type LastRun = NonNullable<Awaited<ReturnType<typeof findLastNightlyRun>>>;

/** What stands above the batches: the last nightly run or the one that is missing, and how much waits for a person (R31). */
export function getOverview(actor: Actor, clock = systemClock): Promise<ReportOverview> {
  const { scope } = actor;
  const { timeZone } = actor.company;
  return inCompany(scope, async (tx) => {
    const [run, connectedAt, subsidiaries, needsYou] = await Promise.all([
      findLastNightlyRun(tx, scope),
      findConnectedSince(tx, scope),
      listReportSubsidiaries(tx, scope),
      countNeedsYou(tx, scope),
    ]);
    const lastRun = run ? toNightlyRun(run) : null;
    const verdict = nightlyVerdict({ lastRun, connectedAt, timeZone, now: clock() });
    return { subsidiaries, nightly: { verdict, lastRun }, needsYou };
  });
}

function toNightlyRun(run: LastRun): NightlyRun {
  return {
    nightOf: run.nightOf,
    startedAt: run.startedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    counts: toSyncCounts(run),
    troubles: run.troubles,
  };
}
