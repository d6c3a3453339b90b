import { inCompany } from "#db/client.ts";
import { withdrawLink } from "#db/queries/account-links.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { AccountLinkId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { lockInvitation } from "./lock-invitation.ts";
import { lockRights } from "./lock-rights.ts";
import { grantableRoles } from "./rules/user-changes.ts";

/** Makes an invitation's link open nothing any more. Throws not_found, forbidden for a role above the actor's. */
export async function withdrawInvitation(
  actor: Actor,
  { linkId }: { linkId: AccountLinkId },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const { by } = await lockRights(tx, actor);
    const invitation = await lockInvitation(tx, scope, linkId);
    if (!grantableRoles(by.role).includes(invitation.role)) {
      throw new AppError(
        "forbidden",
        "This invitation is for a role above yours. Ask an Admin of your company.",
      );
    }
    const now = clock();
    await withdrawLink(tx, scope, linkId, now);
    await recordAudit(tx, scope, {
      action: "invitation.withdrawn",
      subject: linkId,
      at: now,
      by: actor,
      data: { email: invitation.email },
    });
    await notify(tx, scope, { topic: "people", id: linkId });
  });
  return { saved: true };
}
