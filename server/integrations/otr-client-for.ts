import { inCompany } from "#db/client.ts";
import type { OtrLogin } from "#db/queries/integrations.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { env } from "#server/env.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { createOtrClient, type OtrClient } from "#server/otr/client.ts";
import type { Exchange } from "#server/otr/exchange.ts";
import type { SignInOutcome } from "#server/otr/request-token.ts";
import { decryptSecret } from "#server/secrets/decrypt-secret.ts";

/**
 * A client that talks to OTR as one subsidiary's login. Clients of the same login share its token and its pace.
 * The decrypted password lives in the client only; its sign-ins are audited (R34). Throws when the stored password can't be decrypted.
 */
export function otrClientFor(
  scope: CompanyScope,
  login: Pick<OtrLogin, "id" | "username" | "passwordCiphertext">,
  clock: Clock = systemClock,
): OtrClient {
  const { OTR_BASE_URL, OTR_SUBSCRIPTION_KEY, OTR_CONCURRENCY, OTR_MERGED_DOCUMENT_TYPE } = env();
  return createOtrClient({
    baseUrl: OTR_BASE_URL,
    subscriptionKey: OTR_SUBSCRIPTION_KEY,
    credentials: {
      username: login.username,
      password: decryptSecret(login.passwordCiphertext, login.id),
    },
    clock,
    onSignIn: ({ kind, exchange }) => recordSignIn(scope, login.id, kind, exchange, clock()),
    config: { maxConcurrentCalls: OTR_CONCURRENCY, docTypes: { merged_packet: OTR_MERGED_DOCUMENT_TYPE } },
  });
}

function recordSignIn(
  scope: CompanyScope,
  loginId: IntegrationId,
  outcome: SignInOutcome["kind"],
  { method, path, httpStatus, requestId, durationMs }: Exchange,
  at: Date,
): Promise<void> {
  return inCompany(scope, (tx) =>
    recordAudit(tx, scope, {
      action: "otr.exchange",
      subject: loginId,
      at,
      by: null,
      data: { step: "sign_in", outcome, method, path, httpStatus, otrRequestId: requestId, durationMs },
    }),
  );
}
