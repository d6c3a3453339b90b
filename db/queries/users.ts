import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies, memberships, sessions, users } from "#db/schema/index.ts";
import type { Role } from "#server/auth/rules/permissions.ts";
import type { UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** More users than a company has; a list of them comes whole. */
const MOST_USERS = 1_000;

const columns = {
  userId: users.id,
  name: users.name,
  email: users.email,
  role: memberships.role,
  billing: memberships.billing,
  deactivatedAt: memberships.deactivatedAt,
};

/** The company's users by name, with when each last signed in; at most 1,000. */
export function listUsers(tx: Tx, scope: CompanyScope) {
  // Through the index sessions_user, once per user.
  const lastSignIn = sql<Date | null>`(
    select max(${sessions.createdAt}) from ${sessions}
    where ${sessions.companyId} = ${memberships.companyId} and ${sessions.userId} = ${memberships.userId}
  )`.mapWith(sessions.createdAt);
  return tx
    .select({ ...columns, lastSignInAt: lastSignIn })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.companyId, scope.companyId))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MOST_USERS);
}

/** These users of the company; who belongs to another one is left out. */
export function findUsers(tx: Tx, scope: CompanyScope, userIds: UserId[]) {
  return tx
    .select(columns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.companyId, scope.companyId), inArray(memberships.userId, userIds)));
}

/** The company's user with an e-mail (lower case), active or not. */
export async function findUserByEmail(tx: Tx, scope: CompanyScope, email: string) {
  const [row] = await tx
    .select(columns)
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.companyId, scope.companyId), eq(users.email, email)));
  return row;
}

/**
 * Lets one change to the company's people happen at a time, until the transaction ends: two Admins who demote
 * each other at once would leave none. Rows that only name the company are not held up.
 */
export async function lockPeople(tx: Tx, scope: CompanyScope): Promise<void> {
  await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, scope.companyId))
    .for("no key update");
}

/** How many Admins of the company are not deactivated. */
export async function countActiveAdmins(tx: Tx, scope: CompanyScope): Promise<number> {
  const [row] = await tx
    .select({ admins: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.companyId, scope.companyId),
        eq(memberships.role, "admin"),
        isNull(memberships.deactivatedAt),
      ),
    );
  return row?.admins ?? 0;
}

/** Changes a user's rights, or whether they may sign in. */
export async function updateMembership(
  tx: Tx,
  scope: CompanyScope,
  userId: UserId,
  change: { role?: Role; billing?: boolean; deactivatedAt?: Date | null },
): Promise<void> {
  await tx
    .update(memberships)
    .set(change)
    .where(and(eq(memberships.companyId, scope.companyId), eq(memberships.userId, userId)));
}

/** Makes a person a user of the company; who is one already stays as they are. */
export async function insertMembership(
  tx: Tx,
  scope: CompanyScope,
  membership: { userId: UserId; role: Role; billing: boolean; createdAt: Date },
): Promise<void> {
  await tx
    .insert(memberships)
    .values({ ...membership, companyId: scope.companyId })
    .onConflictDoNothing();
}

/** Adds a person. An e-mail (lower case) that another has fails: see `isEmailTaken`. */
export async function insertUser(tx: Tx, user: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(user);
}

/** True for the error of a write that gave two people the same e-mail. */
export function isEmailTaken(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "users_email";
}

/** A user's argon2id hash; undefined when the company has no such user. */
export async function findPasswordHash(tx: Tx, userId: UserId): Promise<string | undefined> {
  const [row] = await tx.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, userId));
  return row?.passwordHash;
}

/** Changes the name or password hash of a user of the company. */
export async function updateUser(
  tx: Tx,
  userId: UserId,
  change: { name?: string; passwordHash?: string },
): Promise<void> {
  await tx.update(users).set(change).where(eq(users.id, userId));
}
