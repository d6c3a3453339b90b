import type { Tx } from "#db/client.ts";
import {
  type OtrLogin,
  updateLoginRejected,
  updateLoginSucceeded,
  updateLoginTroubled,
} from "#db/queries/integrations.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import { LOGIN_TROUBLES, type LoginTrouble } from "./rules/login-trouble.ts";

const minuteMs = 60_000;

/** Notes what a call to OTR says about the login itself, in the transaction that keeps the call's outcome (R8). */
export async function noteCall(
  tx: Tx,
  scope: CompanyScope,
  login: OtrLogin,
  trouble: LoginTrouble | null,
  at: Date,
): Promise<void> {
  if (trouble === "credentials_rejected") return noteRejected(tx, scope, login, at);
  if (trouble) return updateLoginTroubled(tx, scope, login, at, LOGIN_TROUBLES[trouble]);
  const isFresh = login.lastSuccessAt && at.getTime() - login.lastSuccessAt.getTime() < minuteMs;
  if (login.status === "active" && isFresh) return;
  await updateLoginSucceeded(tx, scope, login, at);
  if (login.status !== "active") await notify(tx, scope, { topic: "integration", id: login.id });
}

async function noteRejected(tx: Tx, scope: CompanyScope, login: OtrLogin, at: Date): Promise<void> {
  const sentence = LOGIN_TROUBLES.credentials_rejected;
  if (!(await updateLoginRejected(tx, scope, login, at, sentence))) return;
  await recordAudit(tx, scope, { action: "integration.rejected", subject: login.id, at, by: null });
  await notify(tx, scope, { topic: "integration", id: login.id });
}
