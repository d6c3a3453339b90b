import type { OtrLogin } from "#db/queries/integrations.ts";
import { env } from "#server/env.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { createOtrClient, type OtrClient } from "#server/otr/client.ts";
import { decryptSecret } from "#server/secrets/decrypt-secret.ts";

/**
 * A client that talks to OTR as one subsidiary's login. Clients of the same login share its token and its pace.
 * The decrypted password lives in the client only. Throws when the stored password can't be decrypted.
 */
export function otrClientFor(
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
    config: { maxConcurrentCalls: OTR_CONCURRENCY, docTypes: { merged_packet: OTR_MERGED_DOCUMENT_TYPE } },
  });
}
