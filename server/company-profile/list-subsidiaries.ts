import { inCompany } from "#db/client.ts";
import { listSubsidiarySettings } from "#db/queries/subsidiary-settings.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { SubsidiarySettings } from "./schemas.ts";

/** The company's subsidiaries with all that is set for them (R6). */
export function listSubsidiaries(actor: Actor): Promise<SubsidiarySettings[]> {
  return inCompany(actor.scope, (tx) => listSubsidiarySettings(tx, actor.scope));
}
