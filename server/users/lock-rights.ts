import type { Tx } from "#db/client.ts";
import { findUsers, lockPeople } from "#db/queries/users.ts";
import type { Actor } from "#server/auth/actor.ts";
import { mayPass } from "#server/auth/rules/permissions.ts";
import { AppError } from "#server/kernel/errors.ts";

type User = Awaited<ReturnType<typeof findUsers>>[number];

/**
 * Waits for its turn among changes to the company's people, then reads the actor's rights and `others` anew:
 * whoever was demoted or deactivated while waiting changes nobody any more. Throws forbidden.
 */
export async function lockRights(
  tx: Tx,
  { scope, userId }: Actor,
  others: User["userId"][] = [],
): Promise<{ by: User; others: User[] }> {
  await lockPeople(tx, scope);
  const found = await findUsers(tx, scope, [userId, ...others]);
  const by = found.find((user) => user.userId === userId);
  if (!by || by.deactivatedAt !== null || !mayPass("setup", by)) {
    throw new AppError(
      "forbidden",
      "Your own rights were changed just now. Nothing was saved. Reload the page.",
    );
  }
  return { by, others: found.filter((user) => others.includes(user.userId)) };
}
