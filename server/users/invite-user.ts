import { inCompany, type Tx } from "#db/client.ts";
import { insertLink, withdrawLinksOfEmail } from "#db/queries/account-links.ts";
import { findUserByEmail } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { lockRights } from "./lock-rights.ts";
import { newAccountLink } from "./new-account-link.ts";
import { mayHandOut, USER_CHANGE_REFUSALS } from "./rules/user-changes.ts";
import type { InviteUser, NewAccountLink } from "./schemas.ts";

const KIND = "invitation";

/**
 * Makes the link with which somebody joins the company within 7 days (R3); an earlier one for the same e-mail
 * dies. Whether the e-mail is known outside the company makes no difference here. Throws conflict for an e-mail
 * of the company's own, forbidden for rights that the actor can't hand out.
 */
export async function inviteUser(
  actor: Actor,
  input: InviteUser,
  clock: Clock = systemClock,
): Promise<NewAccountLink> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const { by } = await lockRights(tx, actor);
    if (!mayHandOut(by, input)) {
      const reason = mayHandOut(by, { ...input, billing: false }) ? "billing_not_yours" : "role_above_you";
      throw new AppError("forbidden", USER_CHANGE_REFUSALS[reason]);
    }
    await refuseKnownUser(tx, actor, input.email);
    const now = clock();
    const { shown, stored } = newAccountLink(KIND, now);
    const linkId = newId("link");
    await withdrawLinksOfEmail(tx, scope, { kind: KIND, email: input.email }, now);
    await insertLink(tx, scope, {
      ...{ id: linkId, kind: KIND, ...input, createdBy: actor.userId, createdAt: now, ...stored },
    });
    await recordAudit(tx, scope, {
      action: "user.invited",
      subject: linkId,
      at: now,
      by: actor,
      data: { ...input, expiresAt: shown.expiresAt },
    });
    await notify(tx, scope, { topic: "people", id: linkId });
    return shown;
  });
}

async function refuseKnownUser(tx: Tx, { scope }: Actor, email: string): Promise<void> {
  const known = await findUserByEmail(tx, scope, email);
  if (!known) return;
  throw new AppError(
    "conflict",
    known.deactivatedAt === null
      ? `${email} is already a user of your company: ${known.name}. Change their rights in the list instead.`
      : `${email} belongs to ${known.name}, who was deactivated. Reactivate them in the list instead.`,
  );
}
