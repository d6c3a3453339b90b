import { inCompany } from "#db/client.ts";
import { withdrawLinksOfUser } from "#db/queries/account-links.ts";
import { findPasswordHash, updateUser } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { endSessions } from "#server/auth/end-sessions.ts";
import { hashPassword, verifyPassword } from "#server/auth/password.ts";
import { countSignInTry, forgiveSignInTries } from "#server/auth/sign-in-limits.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { passwordRefusal } from "#server/users/rules/new-password.ts";
import type { ChangePassword, PasswordChange } from "./schemas.ts";

/**
 * Changes the actor's own password. The present one is asked for, and tries count like sign-in tries: a computer
 * left unlocked doesn't give the account away. Every other session ends, and so does an open link for a new
 * password. Throws too_many_requests.
 */
export async function changePassword(
  actor: Actor,
  { current, next }: ChangePassword,
  clock: Clock = systemClock,
): Promise<PasswordChange> {
  const { scope, userId, email, ip } = actor;
  const waitMs = await countSignInTry({ email, ip });
  if (waitMs > 0) {
    const minutes = Math.ceil(waitMs / 60_000);
    throw new AppError("too_many_requests", `Too many tries. Wait ${minutes} min, then try again.`);
  }
  const passwordHash = await inCompany(scope, (tx) => findPasswordHash(tx, userId));
  if (!(await verifyPassword(passwordHash, current))) {
    return refused("current", "This isn't your present password. Nothing was changed.");
  }
  await forgiveSignInTries({ email, ip });
  const sentence = next === current ? "This is the password you have now." : passwordRefusal(next, email);
  if (sentence) return refused("next", sentence);
  await save(actor, await hashPassword(next), clock());
  return { kind: "changed" };
}

async function save(actor: Actor, passwordHash: string, now: Date): Promise<void> {
  const { scope, userId, sessionId } = actor;
  await inCompany(scope, async (tx) => {
    await updateUser(tx, userId, { passwordHash });
    await withdrawLinksOfUser(tx, scope, { userId, madeToo: false }, now);
    await endSessions(tx, userId, now, sessionId);
    await recordAudit(tx, scope, { action: "password.changed", subject: userId, at: now, by: actor });
  });
}

function refused(field: "current" | "next", sentence: string): PasswordChange {
  return { kind: "refused", field, sentence };
}
