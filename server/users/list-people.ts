import { inCompany } from "#db/client.ts";
import { listInvitations } from "#db/queries/account-links.ts";
import { listUsers } from "#db/queries/users.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { People } from "./schemas.ts";

/** The company's users and open invitations, by name (R3). No token or hash is among it. */
export async function listPeople(actor: Actor, clock: Clock = systemClock): Promise<People> {
  const { scope, userId, role, billing } = actor;
  const now = clock();
  const [users, invitations] = await inCompany(scope, (tx) =>
    Promise.all([listUsers(tx, scope), listInvitations(tx, scope)]),
  );
  return {
    you: { userId, role, billing },
    users: users.map(({ deactivatedAt, lastSignInAt, ...user }) => ({
      ...user,
      active: deactivatedAt === null,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
    })),
    invitations: invitations.map(({ expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
      expired: expiresAt <= now,
    })),
    activeAdmins: users.filter((user) => user.role === "admin" && user.deactivatedAt === null).length,
  };
}
