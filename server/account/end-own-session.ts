import { inCompany } from "#db/client.ts";
import { revokeSession } from "#db/queries/sessions.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { SessionId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";

/** Ends one of the actor's own sessions, its open pages at once. Ended already, or not theirs: nothing happens. */
export async function endOwnSession(
  actor: Actor,
  { sessionId }: { sessionId: SessionId },
  clock: Clock = systemClock,
): Promise<{ ended: boolean }> {
  const { scope, userId } = actor;
  const now = clock();
  return inCompany(scope, async (tx) => {
    if (!(await revokeSession(tx, scope, { sessionId, userId }, now))) return { ended: false };
    await recordAudit(tx, scope, { action: "session.revoked", subject: sessionId, at: now, by: actor });
    await notify(tx, scope, { topic: "people", id: userId });
    return { ended: true };
  });
}
