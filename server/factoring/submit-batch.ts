import { inCompany, type Tx } from "#db/client.ts";
import { listBatchCandidates } from "#db/queries/batch-candidates.ts";
import { findBatchByRequest, findSubmittingSubsidiary, lockBatchNumbers } from "#db/queries/batches.ts";
import { lockLoads } from "#db/queries/loads.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { repeatedRequest } from "./repeated-request.ts";
import { batchBlockers } from "./rules/batch-blockers.ts";
import type { SubmitBatchInput, SubmitBatchResult } from "./schemas.ts";
import { nothingToSubmit, selectSubmittable } from "./select-submittable.ts";
import { writeBatch } from "./write-batch.ts";

/**
 * Makes a batch of the given loads and hands it to the background (R25–R27). Loads that can't go are skipped
 * with their reason; an invoice without MC number is in the batch, failed. Exactly once: the loads are locked,
 * and a load with a live submission stays out whoever asks. The same request key gives the same batch again.
 * Throws not_found where the company has no such subsidiary.
 */
export async function submitBatch(
  actor: Actor,
  input: SubmitBatchInput,
  clock: Clock = systemClock,
): Promise<SubmitBatchResult> {
  const { result, events } = await inCompany(actor.scope, (tx) => commitBatch(tx, actor, input, clock()));
  // Not waited for: it never throws, and the sweep sends what it can't.
  void sendOutboxEvents(actor.scope, events);
  return result;
}

type Committed = { result: SubmitBatchResult; events: OutboxEventId[] };

async function commitBatch(tx: Tx, actor: Actor, input: SubmitBatchInput, now: Date): Promise<Committed> {
  const { scope } = actor;
  const loadIds = [...new Set(input.loadIds)];
  await lockLoads(tx, scope, loadIds);
  await lockBatchNumbers(tx, scope);
  const earlier = await findBatchByRequest(tx, scope, input.requestKey);
  if (earlier) return refused(await repeatedRequest(tx, scope, earlier));

  const subsidiary = await findSubmittingSubsidiary(tx, scope, input.subsidiaryId);
  if (!subsidiary) throw new AppError("not_found", "This subsidiary does not exist. Choose another one.");
  const { usdotNumber, integrationId } = subsidiary;
  const blockers = batchBlockers(
    { ...subsidiary, subsidiaryId: subsidiary.id, subsidiaryName: subsidiary.name },
    actor,
  );
  if (blockers.length > 0 || !usdotNumber || !integrationId) return refused({ kind: "blocked", blockers });

  const candidates = await listBatchCandidates(tx, scope, loadIds);
  const { submittable, skipped } = selectSubmittable(loadIds, candidates, subsidiary.id);
  if (submittable.length === 0) return refused(nothingToSubmit(skipped));
  const order = { subsidiaryId: subsidiary.id, usdotNumber, integrationId, requestKey: input.requestKey };
  const { events, ...batch } = await writeBatch(tx, actor, order, submittable, now);
  return { result: { kind: "submitted", ...batch, skipped }, events };
}

function refused(result: SubmitBatchResult): Committed {
  return { result, events: [] };
}
