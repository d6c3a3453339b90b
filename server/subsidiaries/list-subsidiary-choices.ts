import { inCompany } from "#db/client.ts";
import { listSubsidiaryChoices as readChoices } from "#db/queries/subsidiaries.ts";
import type { Actor } from "#server/auth/actor.ts";

/** The subsidiaries that the actor's company can pick from, by name; `hasUsdot` false: no batch goes (R6). */
export function listSubsidiaryChoices(actor: Actor) {
  return inCompany(actor.scope, (tx) => readChoices(tx, actor.scope));
}
