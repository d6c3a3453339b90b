import type { Tx } from "#db/client.ts";
import { insertSession } from "#db/queries/sessions.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { newId, type UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { SESSION_SECONDS } from "./session-lifetime.ts";
import type { SessionClaims } from "./session-token.ts";

/** From where somebody signs in. */
export type SignInOrigin = { ip: string | null; userAgent: string | null };

/** Starts a session for somebody who has proven who they are, and audits it. */
export async function startSession(
  tx: Tx,
  scope: CompanyScope,
  userId: UserId,
  origin: SignInOrigin,
  now: Date,
): Promise<SessionClaims> {
  const sessionId = newId("session");
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await insertSession(tx, scope, { id: sessionId, userId, createdAt: now, expiresAt, ...origin });
  await recordAudit(tx, scope, {
    action: "session.started",
    subject: sessionId,
    at: now,
    by: { userId, ip: origin.ip },
  });
  return { userId, sessionId, companyId: scope.companyId };
}
