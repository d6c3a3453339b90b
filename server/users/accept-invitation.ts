import { inCompany, withoutCompany } from "#db/client.ts";
import { markLinkUsed } from "#db/queries/account-links.ts";
import { findAccount } from "#db/queries/across-companies.ts";
import { insertMembership, insertUser, isEmailTaken, lockPeople } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { hashPassword, verifyPassword } from "#server/auth/password.ts";
import { countSignInTry, forgiveSignInTries } from "#server/auth/sign-in-limits.ts";
import { newId, type UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import { findUsableLink } from "./find-usable-link.ts";
import type { LinkRefusal } from "./rules/link-refusal.ts";
import { passwordRefusal } from "./rules/new-password.ts";

type Link = NonNullable<Awaited<ReturnType<typeof findUsableLink>>>;

/** Who joins: somebody new with the hash to keep, or somebody whose password was proven. */
type Joiner = { userId: UserId; newPasswordHash?: string };

const NOT_ACCEPTED =
  "This password wasn't accepted for this e-mail. If you sign in to Lading with it already, enter that password. If you have forgotten it, ask whoever runs your Lading installation for a link to a new one.";

const AT_ONCE = "This e-mail was just used at the same moment. Nothing was saved. Try again.";

/**
 * Makes the holder of an invitation a user of the company. Somebody whose e-mail has a Lading account already
 * proves its password, and nothing of the account changes; else the password becomes theirs. Tries count like
 * sign-in tries, for here too a password can be guessed. Undefined when it worked.
 */
export async function acceptInvitation(
  scope: CompanyScope,
  link: Link,
  { password, ip }: { password: string; ip: string | null },
  now: Date,
): Promise<LinkRefusal | undefined> {
  const source = { email: link.email, ip };
  const waitMs = await countSignInTry(source);
  if (waitMs > 0) return { reason: "too_many_tries", waitMinutes: Math.ceil(waitMs / 60_000) };
  const joiner = await whoJoins(link, password);
  if ("reason" in joiner) return joiner;
  try {
    const refusal = await join(scope, link, { ...joiner, ip }, now);
    if (!refusal) await forgiveSignInTries(source);
    return refusal;
  } catch (error) {
    if (!isEmailTaken(error)) throw error;
    return { reason: "password", sentence: AT_ONCE };
  }
}

/** The rule comes before the account is looked at in the answer, so that a weak password tells nothing about it. */
async function whoJoins({ email }: Link, password: string): Promise<Joiner | LinkRefusal> {
  const account = await withoutCompany((tx) => findAccount(tx, email));
  const proven = await verifyPassword(account?.passwordHash, password);
  if (account && proven) return { userId: account.userId };
  const sentence = passwordRefusal(password, email);
  if (sentence) return { reason: "password", sentence };
  if (account) return { reason: "password", sentence: NOT_ACCEPTED };
  return { userId: newId("user"), newPasswordHash: await hashPassword(password) };
}

function join(
  scope: CompanyScope,
  { id: linkId, email, name, role, billing }: Link,
  { userId, newPasswordHash, ip }: Joiner & { ip: string | null },
  now: Date,
): Promise<LinkRefusal | undefined> {
  return inCompany(scope, async (tx) => {
    await lockPeople(tx, scope);
    if (!(await findUsableLink(tx, scope, { linkId, lock: true }, now))) return { reason: "gone" };
    if (newPasswordHash) {
      await insertUser(tx, { id: userId, email, name, passwordHash: newPasswordHash, createdAt: now });
    }
    await insertMembership(tx, scope, { userId, role, billing, createdAt: now });
    await markLinkUsed(tx, scope, linkId, now);
    await recordAudit(tx, scope, {
      action: "invitation.accepted",
      subject: userId,
      at: now,
      by: { userId, ip },
      data: { linkId, email, role, billing },
    });
    await notify(tx, scope, { topic: "people", id: userId });
    return undefined;
  });
}
