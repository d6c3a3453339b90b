import { inCompany } from "#db/client.ts";
import { revokeSession } from "#db/queries/sessions.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { notify } from "#server/live/notify.ts";
import type { SessionClaims } from "./session-token.ts";

/** Revokes a session at sign-out: a copy of its cookie is worth nothing from now on. */
export async function endSession(claims: SessionClaims, ip: string | null, now: Date): Promise<void> {
  const scope = mintCompanyScope(claims.companyId);
  await inCompany(scope, async (tx) => {
    if (!(await revokeSession(tx, scope, claims, now))) return;
    await recordAudit(tx, scope, {
      action: "session.ended",
      subject: claims.sessionId,
      at: now,
      by: { userId: claims.userId, ip },
    });
    await notify(tx, scope, { topic: "people", id: claims.userId });
  });
}
