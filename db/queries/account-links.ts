import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { accountLinks, users } from "#db/schema/index.ts";
import type { AccountLinkId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { AccountLinkKind } from "#server/users/rules/account-link.ts";

type NewLink = Omit<typeof accountLinks.$inferInsert, "companyId" | "usedAt" | "withdrawnAt">;

const open = (): SQL | undefined => and(isNull(accountLinks.usedAt), isNull(accountLinks.withdrawnAt));

/** The company's invitations that were neither used nor withdrawn, by name; expired ones too. At most 500. */
export function listInvitations(tx: Tx, scope: CompanyScope) {
  return tx
    .select({
      linkId: accountLinks.id,
      email: accountLinks.email,
      name: accountLinks.name,
      role: accountLinks.role,
      billing: accountLinks.billing,
      expiresAt: accountLinks.expiresAt,
      invitedBy: users.name,
    })
    .from(accountLinks)
    .leftJoin(users, eq(users.id, accountLinks.createdBy))
    .where(and(eq(accountLinks.companyId, scope.companyId), eq(accountLinks.kind, "invitation"), open()))
    .orderBy(asc(accountLinks.name), asc(accountLinks.id))
    .limit(500);
}

/** The invitation of an e-mail (lower case) that was neither used nor withdrawn; expired or not. */
export async function findOpenInvitation(tx: Tx, scope: CompanyScope, email: string) {
  const [row] = await tx
    .select({ id: accountLinks.id, name: accountLinks.name })
    .from(accountLinks)
    .where(
      and(
        eq(accountLinks.companyId, scope.companyId),
        eq(accountLinks.kind, "invitation"),
        eq(accountLinks.email, email),
        open(),
      ),
    );
  return row;
}

/** One link of the company; undefined when there is none. */
export async function findLink(tx: Tx, scope: CompanyScope, linkId: AccountLinkId) {
  const [row] = await selectLink(tx, scope, linkId);
  return row;
}

/** One link of the company, locked until the transaction ends: of two who use it at once, one waits. */
export async function lockLink(tx: Tx, scope: CompanyScope, linkId: AccountLinkId) {
  const [row] = await selectLink(tx, scope, linkId).for("update");
  return row;
}

function selectLink(tx: Tx, scope: CompanyScope, linkId: AccountLinkId) {
  return tx
    .select()
    .from(accountLinks)
    .where(and(eq(accountLinks.companyId, scope.companyId), eq(accountLinks.id, linkId)));
}

/** Adds a link. A second open one of its kind for an e-mail fails: withdraw the earlier one first. */
export async function insertLink(tx: Tx, scope: CompanyScope, link: NewLink): Promise<void> {
  await tx.insert(accountLinks).values({ ...link, companyId: scope.companyId });
}

/** Gives a link another token and end; the earlier token opens nothing from now on. */
export async function renewLink(
  tx: Tx,
  scope: CompanyScope,
  linkId: AccountLinkId,
  renewed: { tokenSha256: string; expiresAt: Date; createdBy: UserId | null },
): Promise<void> {
  await tx
    .update(accountLinks)
    .set(renewed)
    .where(and(eq(accountLinks.companyId, scope.companyId), eq(accountLinks.id, linkId)));
}

/** Marks a link as used at `now`. */
export async function markLinkUsed(
  tx: Tx,
  scope: CompanyScope,
  linkId: AccountLinkId,
  now: Date,
): Promise<void> {
  await tx
    .update(accountLinks)
    .set({ usedAt: now })
    .where(and(eq(accountLinks.companyId, scope.companyId), eq(accountLinks.id, linkId)));
}

/** Withdraws the open link of a kind for an e-mail, if there is one. */
export function withdrawLinksOfEmail(
  tx: Tx,
  scope: CompanyScope,
  link: { kind: AccountLinkKind; email: string },
  now: Date,
): Promise<void> {
  return withdraw(tx, scope, and(eq(accountLinks.kind, link.kind), eq(accountLinks.email, link.email)), now);
}

/** Withdraws one open link. */
export function withdrawLink(tx: Tx, scope: CompanyScope, linkId: AccountLinkId, now: Date): Promise<void> {
  return withdraw(tx, scope, eq(accountLinks.id, linkId), now);
}

/** Withdraws the open links that set a user's password; and, where asked, those that the user made for others. */
export function withdrawLinksOfUser(
  tx: Tx,
  scope: CompanyScope,
  { userId, madeToo }: { userId: UserId; madeToo: boolean },
  now: Date,
): Promise<void> {
  const made = madeToo ? eq(accountLinks.createdBy, userId) : undefined;
  return withdraw(tx, scope, or(eq(accountLinks.userId, userId), made), now);
}

async function withdraw(tx: Tx, scope: CompanyScope, which: SQL | undefined, now: Date): Promise<void> {
  await tx
    .update(accountLinks)
    .set({ withdrawnAt: now })
    .where(and(eq(accountLinks.companyId, scope.companyId), open(), which));
}
