import { inCompany } from "#db/client.ts";
import { findSubmittingSubsidiary } from "#db/queries/batches.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { batchBlockers } from "./rules/batch-blockers.ts";

/** What keeps the subsidiary from submitting, worded for the actor (R24). Throws not_found for a strange id. */
export async function listBlockers(actor: Actor, input: { subsidiaryId: SubsidiaryId }) {
  const found = await inCompany(actor.scope, (tx) =>
    findSubmittingSubsidiary(tx, actor.scope, input.subsidiaryId),
  );
  if (!found) throw new AppError("not_found", "Your company has no such subsidiary. Choose one above.");
  return {
    subsidiary: { id: found.id, name: found.name, usdot: found.usdotNumber },
    blockers: batchBlockers({ ...found, subsidiaryId: found.id, subsidiaryName: found.name }, actor),
  };
}
