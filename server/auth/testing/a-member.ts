import { encode } from "next-auth/jwt";
import { inCompany } from "#db/client.ts";
import { insertSession } from "#db/queries/sessions.ts";
import { aCompany, aUser } from "#db/testing/a-company.ts";
import type { Actor } from "#server/auth/actor.ts";
import { hashPassword } from "#server/auth/password.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import { sessionCookie } from "#server/auth/session-cookie.ts";
import type { SessionClaims } from "#server/auth/session-token.ts";
import { env } from "#server/env.ts";

export const PASSWORD = "correct horse battery";

/** A member of a company of its own who can sign in with PASSWORD, and did at `now`, for an hour. */
export async function aMember(rights: Partial<Membership> = {}, now = new Date()) {
  const { scope } = await aCompany();
  const passwordHash = await hashPassword(PASSWORD);
  const actor = await aUser(scope, { role: "member", ...rights, passwordHash });
  return { actor, claims: await aSession(actor, now) };
}

/** The session that an actor says it has, from `now` for an hour. */
export async function aSession(
  { scope, userId, sessionId }: Actor,
  now = new Date(),
): Promise<SessionClaims> {
  const expiresAt = new Date(now.getTime() + 3_600_000);
  await inCompany(scope, (tx) =>
    insertSession(tx, scope, { id: sessionId, userId, createdAt: now, expiresAt, ip: null, userAgent: null }),
  );
  return { userId, sessionId, companyId: scope.companyId };
}

/** The headers of a request from a browser that holds the session's cookie. */
export async function headersWithCookie(claims: SessionClaims): Promise<Headers> {
  const token = await encode({ token: claims, secret: env().NEXTAUTH_SECRET });
  return new Headers({
    cookie: `theme=dark; ${sessionCookie().name}=${token}`,
    "x-forwarded-for": "127.0.0.1",
  });
}
