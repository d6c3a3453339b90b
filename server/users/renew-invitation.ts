import { inCompany } from "#db/client.ts";
import { renewLink } from "#db/queries/account-links.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { AccountLinkId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { lockInvitation } from "./lock-invitation.ts";
import { lockRights } from "./lock-rights.ts";
import { newAccountLink } from "./new-account-link.ts";
import { mayHandOut } from "./rules/user-changes.ts";
import type { NewAccountLink } from "./schemas.ts";

/**
 * Makes another link for an invitation, good for 7 days from now; the earlier one opens nothing any more. Throws
 * not_found, and forbidden where the actor couldn't have invited with these rights: the link's holder gets them.
 */
export async function renewInvitation(
  actor: Actor,
  { linkId }: { linkId: AccountLinkId },
  clock: Clock = systemClock,
): Promise<NewAccountLink> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const { by } = await lockRights(tx, actor);
    const invitation = await lockInvitation(tx, scope, linkId);
    if (!mayHandOut(by, invitation)) {
      throw new AppError(
        "forbidden",
        "This invitation gives more rights than you may give. Ask an Admin of your company for the new link.",
      );
    }
    const now = clock();
    const { shown, stored } = newAccountLink("invitation", now);
    await renewLink(tx, scope, linkId, { ...stored, createdBy: actor.userId });
    await recordAudit(tx, scope, {
      action: "invitation.renewed",
      subject: linkId,
      at: now,
      by: actor,
      data: { email: invitation.email, expiresAt: shown.expiresAt },
    });
    await notify(tx, scope, { topic: "people", id: linkId });
    return shown;
  });
}
