import { inCompany } from "#db/client.ts";
import { withdrawLinksOfUser } from "#db/queries/account-links.ts";
import { updateMembership } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { UserId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { admitUserChange } from "./admit-user-change.ts";

/**
 * Ticks or unticks a user's "Billing" permission; it counts from their next request (R1). Links for a new
 * password of theirs die, and with the tick the links they made. Throws not_found, forbidden.
 */
export async function setBilling(
  actor: Actor,
  { userId, billing }: { userId: UserId; billing: boolean },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const user = await admitUserChange(tx, actor, userId, { kind: "billing", billing });
    if (user.billing === billing) return;
    const now = clock();
    await updateMembership(tx, scope, userId, { billing });
    await withdrawLinksOfUser(tx, scope, { userId, madeToo: !billing && user.role !== "admin" }, now);
    await recordAudit(tx, scope, {
      action: "user.billing_changed",
      subject: userId,
      at: now,
      by: actor,
      data: { billing: { from: user.billing, to: billing } },
    });
    await notify(tx, scope, { topic: "people", id: userId });
  });
  return { saved: true };
}
