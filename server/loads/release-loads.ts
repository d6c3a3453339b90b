import { inCompany } from "#db/client.ts";
import { listLoadPapers } from "#db/queries/load-release.ts";
import { updateLoadStatuses } from "#db/queries/load-updates.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudits } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { releaseVerdict } from "./rules/release-verdict.ts";
import type { ReleaseLoads, ReleaseVerdict } from "./schemas.ts";

/** Which of the loads could be released now, and why the others could not. Changes nothing. */
export function previewRelease({ scope }: Actor, { loadIds }: ReleaseLoads): Promise<ReleaseVerdict> {
  return inCompany(scope, async (tx) => {
    const { releasable, refused } = releaseVerdict(loadIds, await listLoadPapers(tx, scope, loadIds));
    return { released: releasable.map(({ id }) => id), refused };
  });
}

/**
 * Releases the loads that have what it takes (R19); each of the others stays, with its reason. A load that isn't the
 * company's is one that doesn't exist. Six statements, however many loads.
 */
export function releaseLoads(
  actor: Actor,
  { loadIds }: ReleaseLoads,
  clock: Clock = systemClock,
): Promise<ReleaseVerdict> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    await lockLoads(tx, scope, loadIds);
    const { releasable, refused } = releaseVerdict(loadIds, await listLoadPapers(tx, scope, loadIds));
    if (releasable.length === 0) return { released: [], refused };
    const at = clock();
    await updateLoadStatuses(tx, scope, { loads: releasable, to: "released", by: actor.userId, at });
    await recordAudits(
      tx,
      scope,
      releasable.map(({ id, status }) => ({
        action: "load.status_changed",
        subject: id,
        at,
        by: actor,
        data: { from: status, to: "released" },
      })),
    );
    await notify(tx, scope, { topic: "load" }, { topic: "queue" });
    return { released: releasable.map(({ id }) => id), refused };
  });
}
