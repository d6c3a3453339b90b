import { inCompany } from "#db/client.ts";
import { withdrawLinksOfUser } from "#db/queries/account-links.ts";
import { updateMembership } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { Role } from "#server/auth/rules/permissions.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { UserId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { admitUserChange } from "./admit-user-change.ts";
import { grantableRoles } from "./rules/user-changes.ts";

/**
 * Gives a user another role; it counts from their next request. Links made under the earlier role die with it: a
 * new password for somebody who is an Admin now, and after a demotion the invitations they could no longer make.
 * Throws not_found, forbidden, conflict.
 */
export async function setRole(
  actor: Actor,
  { userId, role }: { userId: UserId; role: Role },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const user = await admitUserChange(tx, actor, userId, { kind: "role", role });
    if (user.role === role) return;
    const now = clock();
    const madeToo = grantableRoles(role).length < grantableRoles(user.role).length;
    await updateMembership(tx, scope, userId, { role });
    await withdrawLinksOfUser(tx, scope, { userId, madeToo }, now);
    await recordAudit(tx, scope, {
      action: "user.role_changed",
      subject: userId,
      at: now,
      by: actor,
      data: { role: { from: user.role, to: role } },
    });
    await notify(tx, scope, { topic: "people", id: userId });
  });
  return { saved: true };
}
