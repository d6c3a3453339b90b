import { inCompany } from "#db/client.ts";
import { findLiveSession } from "#db/queries/sessions.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { Actor } from "./actor.ts";
import { clientAddress } from "./client-address.ts";
import { readSessionCookie } from "./session-cookie.ts";
import { openSessionToken, type SessionClaims } from "./session-token.ts";

/**
 * Who makes a request, judged by its session cookie and then by the database: undefined when there is no
 * cookie, or its session was revoked, has expired, or belongs to a member who was deactivated.
 */
export async function findActor(headers: Headers, clock = systemClock): Promise<Actor | undefined> {
  const token = readSessionCookie(headers);
  const claims = token && (await openSessionToken(token));
  if (!claims) return undefined;
  return findActorOfSession(claims, clientAddress(headers), clock());
}

/** The actor of a session as the database has it at `now`: rights are read, never remembered. */
export async function findActorOfSession(
  claims: SessionClaims,
  ip: string | null,
  now: Date,
): Promise<Actor | undefined> {
  const scope = mintCompanyScope(claims.companyId);
  const session = await inCompany(scope, (tx) => findLiveSession(tx, scope, claims, now));
  return session && { ...session, scope, ip };
}
