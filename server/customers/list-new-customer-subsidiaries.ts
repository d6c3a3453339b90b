import { inCompany } from "#db/client.ts";
import { listIntegrationSettings } from "#db/queries/integration-settings.ts";
import type { Actor } from "#server/auth/actor.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import type { NewCustomerSubsidiary } from "./schemas.ts";

/** The subsidiaries a new customer may be invoiced for, by name. Of their logins only whether one is in use. */
export async function listNewCustomerSubsidiaries({ scope }: Actor): Promise<NewCustomerSubsidiary[]> {
  const rows = await inCompany(scope, (tx) => listIntegrationSettings(tx, scope));
  return rows.map(({ subsidiaryId, subsidiaryName, status }) => ({
    id: subsidiaryId,
    name: subsidiaryName,
    isConnected: status !== null && isUsable(status),
  }));
}
