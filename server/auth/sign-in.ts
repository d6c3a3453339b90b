import { setTimeout as wait } from "node:timers/promises";
import { inCompany, withoutCompany } from "#db/client.ts";
import { findLogin } from "#db/queries/across-companies.ts";
import { insertSession } from "#db/queries/sessions.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { newId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { verifyPassword } from "./password.ts";
import type { SignInRefusal } from "./rules/sign-in-refusal.ts";
import type { Credentials } from "./schemas.ts";
import { SESSION_SECONDS } from "./session-lifetime.ts";
import type { SessionClaims } from "./session-token.ts";
import { countSignInTry, forgiveSignInTries } from "./sign-in-limits.ts";

/** From where somebody signs in. */
export type SignInOrigin = { ip: string | null; userAgent: string | null };

type Answer = { ok: true; claims: SessionClaims } | { ok: false; refusal: SignInRefusal };

type Login = NonNullable<Awaited<ReturnType<typeof findLogin>>>;

/** A refusal takes at least this long, so that its time tells nothing about which e-mails exist. */
const REFUSAL_MS = 250;

/**
 * Starts a session for whoever knows the password of an active member. Counts tries per e-mail and address
 * before it looks at anything, and refuses alike whether or not the e-mail exists. Audited where the
 * company is known.
 */
export async function signIn(credentials: Credentials, origin: SignInOrigin, now: Date): Promise<Answer> {
  const floor = wait(REFUSAL_MS);
  const source = { email: credentials.email, ip: origin.ip };
  const waitMs = await countSignInTry(source);
  if (waitMs > 0) return refuse({ reason: "too_many_tries", waitMinutes: Math.ceil(waitMs / 60_000) });

  const login = await withoutCompany((tx) => findLogin(tx, credentials.email));
  const matches = await verifyPassword(login?.passwordHash, credentials.password);
  if (!login || !matches) {
    if (login) await auditRefusal(login, origin, now);
    await floor;
    return refuse({ reason: "wrong_credentials" });
  }
  const claims = await startSession(login, origin, now);
  await forgiveSignInTries(source);
  return { ok: true, claims };
}

function refuse(refusal: SignInRefusal): Answer {
  return { ok: false, refusal };
}

async function startSession(
  { companyId, userId }: Login,
  origin: SignInOrigin,
  now: Date,
): Promise<SessionClaims> {
  const scope = mintCompanyScope(companyId);
  const sessionId = newId("session");
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await inCompany(scope, async (tx) => {
    await insertSession(tx, scope, { id: sessionId, userId, createdAt: now, expiresAt, ...origin });
    await recordAudit(tx, scope, {
      action: "session.started",
      subject: sessionId,
      at: now,
      by: { userId, ip: origin.ip },
    });
  });
  return { userId, sessionId, companyId };
}

async function auditRefusal({ companyId, userId }: Login, origin: SignInOrigin, now: Date): Promise<void> {
  const scope = mintCompanyScope(companyId);
  await inCompany(scope, (tx) =>
    recordAudit(tx, scope, {
      action: "session.refused",
      subject: userId,
      at: now,
      by: { userId, ip: origin.ip },
    }),
  );
}
