import { inCompany, withoutCompany } from "#db/client.ts";
import { listIdleSubmissions } from "#db/queries/across-companies-sweep.ts";
import { lockSubmission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { invoiceQueued } from "#inngest/events.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { BatchInvoiceId, CompanyId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { isUnderway } from "./rules/submission-state.ts";

const idleMs = 10 * 60_000;
const atMost = 5000;

/** Submissions whose run must have been lost: underway, nothing waited for, untouched for ten minutes. */
export function findIdleSubmissions(
  now: Date,
): Promise<{ companyId: CompanyId; batchInvoiceId: BatchInvoiceId }[]> {
  return withoutCompany((tx) => listIdleSubmissions(tx, new Date(now.getTime() - idleMs), atMost));
}

/**
 * Sets a lost submission going again in a new round, so that its old run, should it still turn up, steps aside.
 * The tries it has used stay used. Returns false when it is no longer idle.
 */
export async function requeueSubmission(
  scope: CompanyScope,
  batchInvoiceId: BatchInvoiceId,
  clock: Clock = systemClock,
): Promise<boolean> {
  const now = clock();
  const events = await inCompany(scope, async (tx) => {
    const found = await lockSubmission(tx, scope, batchInvoiceId);
    if (!found || !isIdle(found.invoice, now)) return [];
    const { integrationId } = found.invoice;
    const round = found.invoice.round + 1;
    await updateBatchInvoice(tx, scope, batchInvoiceId, { round, stateChangedAt: now });
    const { companyId } = scope;
    return addToOutbox(tx, scope, invoiceQueued.create({ companyId, integrationId, batchInvoiceId, round }));
  });
  await sendOutboxEvents(scope, events, clock);
  return events.length > 0;
}

type Row = Pick<
  NonNullable<Awaited<ReturnType<typeof lockSubmission>>>["invoice"],
  "state" | "needsReviewSince" | "stateChangedAt"
>;

function isIdle({ state, needsReviewSince, stateChangedAt }: Row, now: Date): boolean {
  return isUnderway(state) && !needsReviewSince && now.getTime() - stateChangedAt.getTime() > idleMs;
}
