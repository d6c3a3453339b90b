import { inCompany } from "#db/client.ts";
import { findLatestSubmission, findLoad, updateLoadFields } from "#db/queries/load-details.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { readLoad } from "./get-load.ts";
import { noSuchLoad } from "./no-such-load.ts";
import { correctionRefusal } from "./rules/correction.ts";
import type { UpdateLoad, UpdateLoadResult } from "./schemas.ts";

/**
 * Corrects PO number and lane of a load (R18); refused with the reason where OTR has its invoice. Throws not_found
 * for another company's load.
 */
export function updateLoad(
  actor: Actor,
  { loadId, ...fields }: UpdateLoad,
  clock: Clock = systemClock,
): Promise<UpdateLoadResult> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    // A batch locks its loads too: whichever comes first, the other one sees what it did.
    await lockLoads(tx, scope, [loadId]);
    const found = await findLoad(tx, scope, loadId);
    if (!found) throw noSuchLoad();
    const submission = await findLatestSubmission(tx, scope, loadId);
    const locked = correctionRefusal({ status: found.load.status, submission });
    if (locked) return { kind: "refused", sentence: `${locked} Nothing was saved.` };
    await updateLoadFields(tx, scope, loadId, fields);
    await recordAudit(tx, scope, {
      action: "load.updated",
      subject: loadId,
      at: clock(),
      by: actor,
      data: { ...fields },
    });
    await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
    return { kind: "saved", load: await readLoad(tx, actor, loadId) };
  });
}
