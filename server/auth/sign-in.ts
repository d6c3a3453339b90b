import { setTimeout as wait } from "node:timers/promises";
import { inCompany, withoutCompany } from "#db/client.ts";
import { findLogin } from "#db/queries/across-companies.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { verifyPassword } from "./password.ts";
import type { SignInRefusal } from "./rules/sign-in-refusal.ts";
import type { Credentials } from "./schemas.ts";
import type { SessionClaims } from "./session-token.ts";
import { countSignInTry, forgiveSignInTries } from "./sign-in-limits.ts";
import { type SignInOrigin, startSession } from "./start-session.ts";

type Answer = { ok: true; claims: SessionClaims } | { ok: false; refusal: SignInRefusal };

type Login = NonNullable<Awaited<ReturnType<typeof findLogin>>>;

/** A refusal takes at least this long, so that its time tells nothing about which e-mails exist. */
const REFUSAL_MS = 250;

/**
 * Starts a session for whoever knows the password of an active member. Counts tries per e-mail and address
 * before it looks at anything, and refuses alike whether or not the e-mail exists. Somebody in several companies
 * comes to the one they joined or signed in to last. Audited where the company is known.
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
  const scope = mintCompanyScope(login.companyId);
  const claims = await inCompany(scope, (tx) => startSession(tx, scope, login.userId, origin, now));
  await forgiveSignInTries(source);
  return { ok: true, claims };
}

function refuse(refusal: SignInRefusal): Answer {
  return { ok: false, refusal };
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
