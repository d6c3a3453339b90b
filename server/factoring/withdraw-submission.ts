import type { Tx } from "#db/client.ts";
import { findLiveSubmission, lockSubmission, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { BatchInvoiceId, LoadId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { withdrawalRefusal } from "./rules/withdrawal.ts";

type Withdrawal = { loadId: LoadId; reason: string; at: Date };

/** `none`: the load has no live submission. `wasAtOtr`: OTR has an invoice of this number and will not take it again. */
export type WithdrawalResult =
  | { kind: "withdrawn"; batchInvoiceId: BatchInvoiceId; wasAtOtr: boolean }
  | { kind: "refused"; sentence: string }
  | { kind: "none" };

/**
 * Ends the live submission of a load that the caller has locked, so that the load is free for another one (R17).
 * What was sent stays on record. OTR is still asked about an open one: should it buy the invoice after all, the
 * report says so.
 */
export async function withdrawSubmission(
  tx: Tx,
  actor: Actor,
  { loadId, reason, at }: Withdrawal,
): Promise<WithdrawalResult> {
  const { scope } = actor;
  const batchInvoiceId = await findLiveSubmission(tx, scope, loadId);
  const submission = batchInvoiceId && (await lockSubmission(tx, scope, batchInvoiceId));
  if (!submission) return { kind: "none" };
  const { invoice } = submission;
  const sentence = withdrawalRefusal({
    state: invoice.state,
    needsReview: invoice.needsReviewSince !== null,
    isFunded: invoice.fundedAt !== null,
  });
  if (sentence) return { kind: "refused", sentence };
  await updateBatchInvoice(tx, scope, invoice.id, {
    withdrawnAt: at,
    withdrawnBy: actor.userId,
    withdrawReason: reason,
    // A run that should still turn up for the old round steps aside.
    round: invoice.round + 1,
    // What OTR's last word left to settle is settled by this.
    ...(invoice.purchaseOpen ? {} : { purchaseError: null, purchaseErrorAt: null }),
  });
  await recordAudit(tx, scope, {
    action: "invoice.withdrawn",
    subject: invoice.id,
    at,
    by: actor,
    data: { reason, state: invoice.state, purchaseCode: invoice.purchaseCode },
  });
  await notify(tx, scope, { topic: "batch", id: invoice.batchId }, { topic: "queue" });
  return { kind: "withdrawn", batchInvoiceId: invoice.id, wasAtOtr: invoice.otrInvoicePkey !== null };
}
