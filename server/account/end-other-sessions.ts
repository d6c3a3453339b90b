import { inCompany } from "#db/client.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { endSessions } from "#server/auth/end-sessions.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";

/** Signs the actor out everywhere but here, in their other companies too. */
export async function endOtherSessions(actor: Actor, clock: Clock = systemClock): Promise<{ ended: true }> {
  const { scope, userId, sessionId } = actor;
  const now = clock();
  await inCompany(scope, async (tx) => {
    await endSessions(tx, userId, now, sessionId);
    await recordAudit(tx, scope, {
      action: "session.revoked",
      subject: userId,
      at: now,
      by: actor,
      data: { allButThis: true },
    });
  });
  return { ended: true };
}
