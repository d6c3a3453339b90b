import { inCompany } from "#db/client.ts";
import { updateMembership } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { UserId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { admitUserChange } from "./admit-user-change.ts";

/** Lets a deactivated user sign in again, with the rights and password they had. Throws not_found, forbidden. */
export async function reactivateUser(
  actor: Actor,
  { userId }: { userId: UserId },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const user = await admitUserChange(tx, actor, userId, { kind: "reactivate" });
    if (user.deactivatedAt === null) return;
    const now = clock();
    await updateMembership(tx, scope, userId, { deactivatedAt: null });
    await recordAudit(tx, scope, { action: "user.reactivated", subject: userId, at: now, by: actor });
    await notify(tx, scope, { topic: "people", id: userId });
  });
  return { saved: true };
}
