import { inCompany, type Tx } from "#db/client.ts";
import { listBatchCandidates } from "#db/queries/batch-candidates.ts";
import { findBatchInvoice, lockSubmission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { invoiceQueued } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { planRetry } from "./plan-retry.ts";
import type { BatchInvoiceInput, RetryInvoiceResult } from "./schemas.ts";

/**
 * Retry of a failed invoice, and Check again of one whose answer was lost: a new round from the step where it
 * stands (R28). OTR's invoice is never created a second time. Throws not_found where the company has no such
 * invoice.
 */
export async function retryInvoice(
  actor: Actor,
  input: BatchInvoiceInput,
  clock: Clock = systemClock,
): Promise<RetryInvoiceResult> {
  const { result, events } = await inCompany(actor.scope, (tx) => commitRetry(tx, actor, input, clock()));
  void sendOutboxEvents(actor.scope, events);
  return result;
}

type Committed = { result: RetryInvoiceResult; events: OutboxEventId[] };

async function commitRetry(
  tx: Tx,
  actor: Actor,
  { batchInvoiceId }: BatchInvoiceInput,
  now: Date,
): Promise<Committed> {
  const { scope } = actor;
  const known = await findBatchInvoice(tx, scope, batchInvoiceId);
  if (!known) throw new AppError("not_found", "This invoice does not exist. Reload the page.");
  // Load before invoice, as everywhere: a batch that takes the load meanwhile is seen, not raced.
  await lockLoads(tx, scope, [known.loadId]);
  const submission = await lockSubmission(tx, scope, batchInvoiceId);
  const [load] = await listBatchCandidates(tx, scope, [known.loadId]);
  if (!submission || !load) throw new AppError("not_found", "This invoice does not exist. Reload the page.");

  const plan = planRetry(submission, load, actor);
  if (plan.kind === "refused") return { result: plan, events: [] };
  const { batchId, integrationId, failureReason, failedStep } = submission.invoice;
  const round = submission.invoice.round + 1;
  await updateBatchInvoice(tx, scope, batchInvoiceId, { ...plan.change, round, stateChangedAt: now });
  await recordAudit(tx, scope, {
    action: "invoice.retried",
    subject: batchInvoiceId,
    at: now,
    by: actor,
    data: { round, from: plan.change.state, after: failureReason, step: failedStep },
  });
  await notify(tx, scope, { topic: "batch", id: batchId }, { topic: "queue" });
  const { companyId } = scope;
  const event = invoiceQueued.create({ companyId, integrationId, batchInvoiceId, round });
  return {
    result: { kind: "retried", state: plan.change.state },
    events: await addToOutbox(tx, scope, event),
  };
}
