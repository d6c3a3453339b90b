import { inCompany, type Tx } from "#db/client.ts";
import { voidInvoice } from "#db/queries/load-updates.ts";
import { lockLoads, updateLoadStatus } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { withdrawSubmission } from "#server/factoring/withdraw-submission.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { readLoad } from "./get-load.ts";
import { noSuchLoad } from "./no-such-load.ts";
import { LOAD_STATUS_LABELS } from "./rules/load-status.ts";
import { isReason, REASON_WANTED } from "./rules/revert.ts";
import type { RevertLoad, RevertLoadResult } from "./schemas.ts";

/**
 * Takes a load back (R17): one step, or from Invoiced to Released. An invoice that OTR has is taken back with a
 * reason; an invoice whose load is to be corrected becomes void. Throws not_found for another company's load.
 */
export function revertLoad(
  actor: Actor,
  input: RevertLoad,
  clock: Clock = systemClock,
): Promise<RevertLoadResult> {
  return inCompany(actor.scope, (tx) => commitRevert(tx, actor, input, clock()));
}

async function commitRevert(
  tx: Tx,
  actor: Actor,
  { loadId, expected, to, reason }: RevertLoad,
  at: Date,
): Promise<RevertLoadResult> {
  const { scope } = actor;
  // A run that settles the load's invoice waits for this lock, or has committed before it.
  const [locked] = await lockLoads(tx, scope, [loadId]);
  if (!locked) throw noSuchLoad();
  const { status } = locked;
  const { revert } = await readLoad(tx, actor, loadId);
  const now = LOAD_STATUS_LABELS[status];
  if (status !== expected) {
    return refused(
      `The load was ${LOAD_STATUS_LABELS[expected]} when this page was opened and is ${now} now. Nothing was changed; look at its history below.`,
    );
  }
  const target = revert.targets.find((each) => each.to === to);
  if (!target) {
    return refused(revert.refusal ?? `A load that is ${now} doesn't go back to ${LOAD_STATUS_LABELS[to]}.`);
  }
  if (target.withdraws) {
    if (!isReason(reason)) return refused(REASON_WANTED);
    const withdrawn = await withdrawSubmission(tx, actor, { loadId, reason, at });
    if (withdrawn.kind === "refused") return refused(withdrawn.sentence);
  }
  if (target.voidsInvoice) await voidInvoice(tx, scope, loadId, at);
  const told = `Reverted from ${now}${reason ? `: ${reason}` : ""}`;
  await updateLoadStatus(tx, scope, { loadId, from: status, to, by: actor.userId, reason: told, at });
  await recordAudit(tx, scope, {
    action: "load.reverted",
    subject: loadId,
    at,
    by: actor,
    data: { from: status, to, reason, voidedInvoice: target.voidsInvoice, withdrawn: target.withdraws },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return { kind: "reverted", load: await readLoad(tx, actor, loadId) };
}

function refused(sentence: string): RevertLoadResult {
  return { kind: "refused", sentence };
}
