import { inCompany } from "#db/client.ts";
import { markLinkUsed } from "#db/queries/account-links.ts";
import { findUsers, lockPeople, updateUser } from "#db/queries/users.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { endSessions } from "#server/auth/end-sessions.ts";
import { hashPassword } from "#server/auth/password.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { findUsableLink } from "./find-usable-link.ts";
import type { LinkRefusal } from "./rules/link-refusal.ts";
import { passwordRefusal } from "./rules/new-password.ts";

type Link = NonNullable<Awaited<ReturnType<typeof findUsableLink>>>;

/** Sets the password of the user that a link was made for, and ends all their sessions. Undefined when it worked. */
export async function resetPassword(
  scope: CompanyScope,
  { id: linkId, email }: Link,
  { password, ip }: { password: string; ip: string | null },
  now: Date,
): Promise<LinkRefusal | undefined> {
  const sentence = passwordRefusal(password, email);
  if (sentence) return { reason: "password", sentence };
  const passwordHash = await hashPassword(password);
  return inCompany(scope, async (tx) => {
    await lockPeople(tx, scope);
    const link = await findUsableLink(tx, scope, { linkId, lock: true }, now);
    const [user] = link?.userId ? await findUsers(tx, scope, [link.userId]) : [];
    if (!user || user.deactivatedAt !== null) return { reason: "gone" };
    const { userId } = user;
    await updateUser(tx, userId, { passwordHash });
    await markLinkUsed(tx, scope, linkId, now);
    await endSessions(tx, userId, now);
    await recordAudit(tx, scope, {
      action: "password.reset",
      subject: userId,
      at: now,
      by: { userId, ip },
      data: { linkId },
    });
    return undefined;
  });
}
