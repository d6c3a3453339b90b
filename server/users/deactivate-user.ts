import { inCompany } from "#db/client.ts";
import { withdrawLinksOfUser } from "#db/queries/account-links.ts";
import { revokeSessionsOfUser } from "#db/queries/sessions.ts";
import { updateMembership } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { UserId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { admitUserChange } from "./admit-user-change.ts";

/**
 * Ends a user's access at once: every session, open pages included, and the links that they hold, for themselves
 * or for people they invited (R3). What they did stays. Throws not_found, forbidden, conflict for the last Admin.
 */
export async function deactivateUser(
  actor: Actor,
  { userId }: { userId: UserId },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const user = await admitUserChange(tx, actor, userId, { kind: "deactivate" });
    if (user.deactivatedAt !== null) return;
    const now = clock();
    await updateMembership(tx, scope, userId, { deactivatedAt: now });
    await revokeSessionsOfUser(tx, scope, userId, now);
    await withdrawLinksOfUser(tx, scope, { userId, madeToo: true }, now);
    await recordAudit(tx, scope, { action: "user.deactivated", subject: userId, at: now, by: actor });
    await notify(tx, scope, { topic: "people", id: userId });
  });
  return { saved: true };
}
