import { inCompany, type Tx } from "#db/client.ts";
import { findLoad, listLoadDocuments } from "#db/queries/load-details.ts";
import { updateDeliveredOn, updateLoadStatuses } from "#db/queries/load-updates.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { localDate } from "#server/kernel/local-time.ts";
import { notify } from "#server/live/notify.ts";
import { readLoad } from "./get-load.ts";
import { noSuchLoad } from "./no-such-load.ts";
import { deliveryRefusal } from "./rules/delivery.ts";
import { moveRefusal } from "./rules/load-transitions.ts";
import { releaseBlockers } from "./rules/release-blockers.ts";
import type { MoveLoad, MoveLoadResult } from "./schemas.ts";

/**
 * Takes a load one step on by hand (R17), once: a page that saw the load elsewhere is refused with a sentence, and a
 * release wants its documents (R19). Throws not_found for another company's load.
 */
export function moveLoad(actor: Actor, input: MoveLoad, clock: Clock = systemClock): Promise<MoveLoadResult> {
  return inCompany(actor.scope, (tx) => commitMove(tx, actor, input, clock()));
}

async function commitMove(
  tx: Tx,
  actor: Actor,
  { loadId, expected, to, deliveredOn }: MoveLoad,
  now: Date,
): Promise<MoveLoadResult> {
  const { scope } = actor;
  const [locked] = await lockLoads(tx, scope, [loadId]);
  const found = await findLoad(tx, scope, loadId);
  if (!locked || !found) throw noSuchLoad();
  const { status } = locked;
  const refusal = moveRefusal({ status, expected, to });
  if (refusal) return refused(refusal);
  if (to === "released") {
    const documents = (await listLoadDocuments(tx, scope, loadId)).map(({ kind }) => kind);
    const blockers = releaseBlockers({ loadId, status, documents });
    if (blockers.length > 0) return { kind: "refused", sentence: "The load was not released.", blockers };
  }
  if (to === "delivered") {
    const today = localDate(now, actor.company.timeZone);
    const problem = deliveryRefusal({ deliveredOn, pickupOn: found.load.pickupOn, today });
    if (problem) return refused(problem);
    if (deliveredOn) await updateDeliveredOn(tx, scope, loadId, deliveredOn);
  }
  await updateLoadStatuses(tx, scope, { loads: [locked], to, by: actor.userId, at: now });
  await recordAudit(tx, scope, {
    action: "load.status_changed",
    subject: loadId,
    at: now,
    by: actor,
    data: { from: status, to, ...(to === "delivered" ? { deliveredOn } : {}) },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return { kind: "moved", load: await readLoad(tx, actor, loadId) };
}

function refused(sentence: string): MoveLoadResult {
  return { kind: "refused", sentence, blockers: [] };
}
