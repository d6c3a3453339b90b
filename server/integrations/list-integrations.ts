import { inCompany } from "#db/client.ts";
import { listIntegrationSettings } from "#db/queries/integration-settings.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { IntegrationSettings } from "./schemas.ts";

/** Every subsidiary with the state of its OTR login (R8). No password leaves the server, not even encrypted. */
export async function listIntegrations(actor: Actor): Promise<IntegrationSettings[]> {
  const rows = await inCompany(actor.scope, (tx) => listIntegrationSettings(tx, actor.scope));
  return rows.map(({ subsidiaryId, subsidiaryName, status, username, savedAt, ...rest }) => ({
    subsidiaryId,
    subsidiaryName,
    login:
      status && savedAt
        ? {
            status,
            username: username ?? "",
            savedAt: savedAt.toISOString(),
            savedByName: rest.savedByName,
            lastSuccessAt: rest.lastSuccessAt?.toISOString() ?? null,
            lastErrorAt: rest.lastErrorAt?.toISOString() ?? null,
            lastError: rest.lastError,
          }
        : null,
  }));
}
