import type { Tx } from "#db/client.ts";
import { countActiveAdmins, type findUsers } from "#db/queries/users.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError, type ErrorCode } from "#server/kernel/errors.ts";
import type { UserId } from "#server/kernel/ids.ts";
import { lockRights } from "./lock-rights.ts";
import {
  refuseUserChange,
  USER_CHANGE_REFUSALS,
  type UserChange,
  type UserChangeRefusal,
} from "./rules/user-changes.ts";

type User = Awaited<ReturnType<typeof findUsers>>[number];

/** Refusals that depend on how things stand rather than on who asks. */
const CODES: Partial<Record<UserChangeRefusal, ErrorCode>> = {
  last_admin: "conflict",
  deactivated: "conflict",
};

/**
 * Admits a change to a user, judged by everybody's rights as they are now, and keeps others from changing the
 * company's people until the transaction ends. Answers the user as they stand. Throws not_found for a user of
 * another company, forbidden or conflict with the rule's sentence.
 */
export async function admitUserChange(
  tx: Tx,
  actor: Actor,
  userId: UserId,
  change: UserChange,
): Promise<User> {
  const { by, others } = await lockRights(tx, actor, [userId]);
  const [user] = others;
  if (!user) throw new AppError("not_found", "There is no such user in your company.");
  const refusal = refuseUserChange(
    toFacts(by),
    toFacts(user),
    change,
    await countActiveAdmins(tx, actor.scope),
  );
  if (refusal) throw new AppError(CODES[refusal] ?? "forbidden", USER_CHANGE_REFUSALS[refusal]);
  return user;
}

function toFacts({ deactivatedAt, ...user }: User) {
  return { ...user, active: deactivatedAt === null };
}
