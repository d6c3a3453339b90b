import { inCompany } from "#db/client.ts";
import { insertLink, withdrawLinksOfEmail } from "#db/queries/account-links.ts";
import { belongsElsewhere } from "#db/queries/across-companies.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId, type UserId } from "#server/kernel/ids.ts";
import { admitUserChange } from "./admit-user-change.ts";
import { newAccountLink } from "./new-account-link.ts";
import type { NewAccountLink } from "./schemas.ts";

const KIND = "password_reset";

/**
 * Makes the link with which a user sets a new password within 24 hours; an earlier one dies. Their sessions go on
 * until it is used. Throws not_found, forbidden, conflict, and forbidden where the password isn't this company's
 * alone to reset: it would open another company's door.
 */
export async function makeResetLink(
  actor: Actor,
  { userId }: { userId: UserId },
  clock: Clock = systemClock,
): Promise<NewAccountLink> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const user = await admitUserChange(tx, actor, userId, { kind: "reset_password" });
    if (await belongsElsewhere(tx, userId, scope.companyId)) {
      throw new AppError(
        "forbidden",
        "A link from here can't set this user's password. They can change it themselves on their account page; if they have forgotten it, ask whoever runs your Lading installation.",
      );
    }
    const now = clock();
    const { shown, stored } = newAccountLink(KIND, now);
    const { email, name, role, billing } = user;
    const linkId = newId("link");
    await withdrawLinksOfEmail(tx, scope, { kind: KIND, email }, now);
    await insertLink(tx, scope, {
      ...{ id: linkId, kind: KIND, email, name, role, billing, userId },
      ...{ createdBy: actor.userId, createdAt: now, ...stored },
    });
    await recordAudit(tx, scope, {
      action: "password.reset_link_made",
      subject: userId,
      at: now,
      by: actor,
      data: { linkId, expiresAt: shown.expiresAt },
    });
    return shown;
  });
}
