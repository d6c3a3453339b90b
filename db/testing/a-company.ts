import { inCompany } from "#db/client.ts";
import { getCompany } from "#db/queries/people.ts";
import { companies, memberships, users } from "#db/schema/index.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { Role } from "#server/auth/rules/permissions.ts";
import { newId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

export type TestCompany = {
  scope: CompanyScope;
  admin: Actor;
  partnerAdmin: Actor;
  support: Actor;
  /** A member with the "Billing" permission. */
  biller: Actor;
  /** A member without any. */
  member: Actor;
};

/** A company with one user of each kind. Each test makes its own, so tests don't see each other's rows. */
export async function aCompany(with_: { name?: string; timeZone?: string } = {}): Promise<TestCompany> {
  const companyId = newId("company");
  const scope = mintCompanyScope(companyId);
  await inCompany(scope, (tx) =>
    tx.insert(companies).values({
      id: companyId,
      name: with_.name ?? `Company ${companyId.slice(-6)}`,
      timeZone: with_.timeZone ?? "America/Chicago",
    }),
  );
  const [admin, partnerAdmin, support, biller, member] = await Promise.all([
    aUser(scope, { role: "admin" }),
    aUser(scope, { role: "partner_admin" }),
    aUser(scope, { role: "support" }),
    aUser(scope, { role: "member", billing: true }),
    aUser(scope, { role: "member" }),
  ]);
  return { scope, admin, partnerAdmin, support, biller, member };
}

/** A user of the company, as the actor of requests. Nobody can sign in as them unless a password hash is given. */
export async function aUser(
  scope: CompanyScope,
  { role, billing = false, passwordHash = "none" }: { role: Role; billing?: boolean; passwordHash?: string },
): Promise<Actor> {
  const userId = newId("user");
  const name = `${role} ${userId.slice(-6)}`;
  const email = `${userId}@example.test`;
  const company = await inCompany(scope, async (tx) => {
    await tx.insert(users).values({ id: userId, email, name, passwordHash });
    await tx.insert(memberships).values({ companyId: scope.companyId, userId, role, billing });
    return await getCompany(tx, scope);
  });
  return { userId, sessionId: newId("session"), name, email, scope, company, role, billing, ip: "127.0.0.1" };
}
