import { inCompany, type Tx } from "#db/client.ts";
import { findBatch, findSubmittingSubsidiary } from "#db/queries/batches.ts";
import { findRunningSync, insertSyncRun } from "#db/queries/sync-runs.ts";
import { syncRequested } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId, type OutboxEventId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { type BlockerNotice, batchBlockers } from "./rules/batch-blockers.ts";
import type { StartSyncInput, StartSyncResult } from "./schemas.ts";

/**
 * SYNC TRANSACTIONS: asks OTR about every open invoice of a batch, now (R30). One run per batch at a time: while
 * one is under way, it is what comes back. Throws not_found where the company has no such batch.
 */
export async function startSync(
  actor: Actor,
  input: StartSyncInput,
  clock: Clock = systemClock,
): Promise<StartSyncResult> {
  const { scope } = actor;
  const { result, events } = await inCompany(scope, (tx) => commitSync(tx, actor, input, clock()));
  void sendOutboxEvents(scope, events);
  return result;
}

type Committed = { result: StartSyncResult; events: OutboxEventId[] };

async function commitSync(tx: Tx, actor: Actor, { batchId }: StartSyncInput, now: Date): Promise<Committed> {
  const { scope } = actor;
  const batch = await findBatch(tx, scope, batchId);
  if (!batch) throw new AppError("not_found", "This batch does not exist. Reload the page.");
  const blockers = await loginBlockers(tx, actor, batch.subsidiaryId);
  if (blockers.length > 0) return { result: { kind: "refused", blockers }, events: [] };

  const syncRunId = newId("sync");
  const run = { id: syncRunId, trigger: "manual", batchId, startedBy: actor.userId, startedAt: now } as const;
  if (!(await insertSyncRun(tx, scope, run)))
    return { result: await running(tx, actor, batchId), events: [] };
  await recordAudit(tx, scope, {
    action: "sync.started",
    subject: syncRunId,
    at: now,
    by: actor,
    data: { trigger: "manual", batchId },
  });
  await notify(tx, scope, { topic: "sync", id: batchId });
  const events = await addToOutbox(
    tx,
    scope,
    syncRequested.create({ companyId: scope.companyId, syncRunId, trigger: "manual" }),
  );
  return { result: { kind: "started", syncRunId, alreadyRunning: false }, events };
}

async function running(
  tx: Tx,
  { scope }: Actor,
  batchId: StartSyncInput["batchId"],
): Promise<StartSyncResult> {
  const found = await findRunningSync(tx, scope, batchId);
  if (!found) {
    throw new AppError("conflict", "A sync of this batch has just finished. Press the button again.", {
      retryable: true,
    });
  }
  return { kind: "started", syncRunId: found.id, alreadyRunning: true };
}

/** A sync needs the login only; a missing USDOT number doesn't stop it. */
async function loginBlockers(tx: Tx, actor: Actor, subsidiaryId: SubsidiaryId): Promise<BlockerNotice[]> {
  const subsidiary = await findSubmittingSubsidiary(tx, actor.scope, subsidiaryId);
  if (!subsidiary) return [];
  const facts = { ...subsidiary, subsidiaryId, subsidiaryName: subsidiary.name };
  return batchBlockers(facts, actor).filter(({ blocker }) => blocker !== "usdot_missing");
}
