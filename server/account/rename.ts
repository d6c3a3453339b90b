import { inCompany } from "#db/client.ts";
import { updateUser } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";

/** Changes the actor's own name, as everybody in their companies sees it. */
export async function rename(
  actor: Actor,
  { name }: { name: string },
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope, userId } = actor;
  if (name !== actor.name) {
    await inCompany(scope, async (tx) => {
      await updateUser(tx, userId, { name });
      await recordAudit(tx, scope, {
        action: "user.renamed",
        subject: userId,
        at: clock(),
        by: actor,
        data: { name: { from: actor.name, to: name } },
      });
      await notify(tx, scope, { topic: "people", id: userId });
    });
  }
  return { saved: true };
}
