import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies, memberships, sessions, users } from "#db/schema/index.ts";
import type { Role } from "#server/auth/rules/permissions.ts";
import type { Company } from "#server/kernel/company.ts";
import type { SessionId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type LiveSession = {
  sessionId: SessionId;
  userId: UserId;
  name: string;
  email: string;
  role: Role;
  billing: boolean;
  company: Company;
};

/**
 * A session with its member's present rights and their company. Undefined when it was revoked, has expired at `now`, or its
 * member is deactivated.
 */
export async function findLiveSession(
  tx: Tx,
  scope: CompanyScope,
  ids: { sessionId: SessionId; userId: UserId },
  now: Date,
): Promise<LiveSession | undefined> {
  const [row] = await tx
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      billing: memberships.billing,
      company: { id: companies.id, name: companies.name, timeZone: companies.timeZone },
    })
    .from(sessions)
    .innerJoin(companies, eq(companies.id, sessions.companyId))
    .innerJoin(
      memberships,
      and(eq(memberships.companyId, sessions.companyId), eq(memberships.userId, sessions.userId)),
    )
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.companyId, scope.companyId),
        eq(sessions.id, ids.sessionId),
        eq(sessions.userId, ids.userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
        isNull(memberships.deactivatedAt),
      ),
    );
  return row;
}

type NewSession = Omit<typeof sessions.$inferInsert, "companyId" | "revokedAt">;

export async function insertSession(tx: Tx, scope: CompanyScope, session: NewSession): Promise<void> {
  await tx.insert(sessions).values({ ...session, companyId: scope.companyId });
}

/** Ends one session of a member at `now`. False when they have none of that id, or it had ended already. */
export async function revokeSession(
  tx: Tx,
  scope: CompanyScope,
  { sessionId, userId }: { sessionId: SessionId; userId: UserId },
  now: Date,
): Promise<boolean> {
  const revoked = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.companyId, scope.companyId),
        eq(sessions.id, sessionId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
      ),
    )
    .returning({ id: sessions.id });
  return revoked.length > 0;
}

/** A member's sessions that have neither ended nor expired at `now`, the latest first; at most 100. */
export function listLiveSessions(tx: Tx, scope: CompanyScope, userId: UserId, now: Date) {
  return tx
    .select({
      sessionId: sessions.id,
      startedAt: sessions.createdAt,
      ip: sessions.ip,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.companyId, scope.companyId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, now),
      ),
    )
    .orderBy(desc(sessions.id))
    .limit(100);
}

/** Ends every session of a member at `now`, so that none revives if the member is activated again. */
export async function revokeSessionsOfUser(
  tx: Tx,
  scope: CompanyScope,
  userId: UserId,
  now: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(eq(sessions.companyId, scope.companyId), eq(sessions.userId, userId), isNull(sessions.revokedAt)),
    );
}
