import { desc, eq } from "drizzle-orm";
import { inCompany, withoutCompany } from "#db/client.ts";
import { accountLinks, auditEntries, rateLimits } from "#db/schema/index.ts";
import type { Actor } from "#server/auth/actor.ts";
import { newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { inviteUser } from "../invite-user.ts";
import type { InviteUser } from "../schemas.ts";

/** The token at the end of a link. */
export function tokenOf({ url }: { url: string }): string {
  return new URL(url).pathname.split("/").at(-1) ?? "";
}

/** An e-mail that nobody has. */
export function anEmail(): string {
  return `${newId("user")}@carrier.test`;
}

/** An invitation by `by`, of somebody new unless an e-mail is given. */
export async function anInvitation(by: Actor, fields: Partial<InviteUser> = {}, now = new Date()) {
  const email = fields.email ?? anEmail();
  const made = await inviteUser(
    by,
    { name: "Pat Newcomer", role: "member", billing: false, ...fields, email },
    () => now,
  );
  const [link] = await inCompany(by.scope, (tx) =>
    tx
      .select({ linkId: accountLinks.id })
      .from(accountLinks)
      .where(eq(accountLinks.email, email))
      .orderBy(desc(accountLinks.id))
      .limit(1),
  );
  if (!link) throw new Error("The invitation was not stored.");
  return { email, linkId: link.linkId, token: tokenOf(made), ...made };
}

/** The company's audit entries of the kinds that begin with `prefix`, oldest first. */
export function auditOf(scope: CompanyScope, prefix: string) {
  return inCompany(scope, async (tx) => {
    const entries = await tx.select().from(auditEntries).orderBy(auditEntries.id);
    return entries.filter(({ action }) => action.startsWith(prefix));
  });
}

/** Lets everybody try again. */
export async function forgetTries(): Promise<void> {
  await withoutCompany((tx) => tx.delete(rateLimits));
}
