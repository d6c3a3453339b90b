import { inCompany, type Tx } from "#db/client.ts";
import {
  findOpenInvitation,
  insertLink,
  renewLink,
  withdrawLinksOfEmail,
} from "#db/queries/account-links.ts";
import { findUserByEmail, lockPeople } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { newAccountLink } from "#server/users/new-account-link.ts";
import type { AccountLinkKind } from "#server/users/rules/account-link.ts";
import type { NewAccountLink } from "#server/users/schemas.ts";

type Made = NewAccountLink & { kind: AccountLinkKind; name: string };

/**
 * A link from whoever runs the installation, for somebody whom no colleague can help: the only Admin who forgot the
 * password, a user of several companies, or the first Admin whose invitation was lost. Throws not_found when the
 * e-mail is neither an active user nor invited.
 */
export function makeOperatorLink(
  scope: CompanyScope,
  email: string,
  clock: Clock = systemClock,
): Promise<Made> {
  return inCompany(scope, async (tx) => {
    await lockPeople(tx, scope);
    const made =
      (await resetLink(tx, scope, email, clock())) ?? (await invitationLink(tx, scope, email, clock()));
    if (made) return made;
    throw new AppError("not_found", `${email} is neither an active user of this company nor invited to it.`);
  });
}

async function resetLink(tx: Tx, scope: CompanyScope, email: string, now: Date): Promise<Made | undefined> {
  const user = await findUserByEmail(tx, scope, email);
  if (!user || user.deactivatedAt !== null) return undefined;
  const kind = "password_reset";
  const { shown, stored } = newAccountLink(kind, now);
  const { userId, name, role, billing } = user;
  const linkId = newId("link");
  await withdrawLinksOfEmail(tx, scope, { kind, email }, now);
  await insertLink(tx, scope, {
    ...{ id: linkId, kind, email, name, role, billing, userId, createdBy: null, createdAt: now, ...stored },
  });
  await recordAudit(tx, scope, {
    ...{ action: "password.reset_link_made", subject: userId, at: now, by: null },
    data: { linkId, expiresAt: shown.expiresAt },
  });
  return { ...shown, kind, name };
}

async function invitationLink(
  tx: Tx,
  scope: CompanyScope,
  email: string,
  now: Date,
): Promise<Made | undefined> {
  const invitation = await findOpenInvitation(tx, scope, email);
  if (!invitation) return undefined;
  const kind = "invitation";
  const { shown, stored } = newAccountLink(kind, now);
  await renewLink(tx, scope, invitation.id, { ...stored, createdBy: null });
  await recordAudit(tx, scope, {
    ...{ action: "invitation.renewed", subject: invitation.id, at: now, by: null },
    data: { email, expiresAt: shown.expiresAt },
  });
  return { ...shown, kind, name: invitation.name };
}
