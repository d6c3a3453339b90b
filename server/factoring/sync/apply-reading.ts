import { inCompany, type Tx } from "#db/client.ts";
import { type InvoiceChange, updateBatchInvoice } from "#db/queries/batch-invoices.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { insertPurchaseChange, lockPurchase } from "#db/queries/open-purchases.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { SyncRunId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import {
  fundingRemark,
  type Judgement,
  judgeReading,
  type Reading,
  rawWord,
  type Verdict,
  verdictOf,
} from "../rules/purchase-reading.ts";
import { moveLoad } from "../submission/move-load.ts";
import type { Seen } from "./read-page.ts";
import { unreadableWords } from "./unreadable-words.ts";

export type SyncWork = { scope: CompanyScope; syncRunId: SyncRunId; now: Date };

type Known = NonNullable<Awaited<ReturnType<typeof lockPurchase>>>;

/**
 * Applies what OTR said about one invoice and returns how it counts. Writes only what has changed. Under lock and
 * from the row as it is now, so that two syncs, or one run twice, come to the same.
 */
export function applyReading(work: SyncWork, { purchase, outcome }: Seen): Promise<Verdict> {
  return inCompany(work.scope, async (tx) => {
    const [load] = await lockLoads(tx, work.scope, [purchase.loadId]);
    const known = await lockPurchase(tx, work.scope, purchase.id);
    if (!known?.purchaseOpen || !load) return "unchanged";
    if (outcome.kind !== "status") return applyUnreadable(tx, work, { purchase, outcome }, known);

    const judgement = judgeReading(known, outcome);
    const isWithdrawn = known.withdrawnAt !== null;
    // The load may stand in another submission by now, which this money does not settle.
    const status =
      judgement.isFunded && !isWithdrawn
        ? await moveLoad(tx, work.scope, load, "funded", work.now)
        : load.status;
    const remark = judgement.remark ?? (judgement.isFunded ? fundingRemark(status, isWithdrawn) : null);
    const change = changeOf(known, outcome, { ...judgement, remark }, work.now);
    if (Object.keys(change).length > 0) await updateBatchInvoice(tx, work.scope, purchase.id, change);
    if (judgement.statusChanged) await recordChange(tx, work, purchase, known, outcome);
    return verdictOf(
      { ...judgement, remark },
      {
        firstReading: known.purchaseCode === null && known.purchaseRaw === null,
        loadFinanced: status !== load.status,
      },
    );
  });
}

function changeOf(known: Known, reading: Reading, judgement: Judgement, now: Date): InvoiceChange {
  const { statusChanged, isOpen, isFunded, remark } = judgement;
  const status = {
    purchaseCode: reading.code,
    purchaseRaw: rawWord(reading),
    purchaseChangedAt: now,
    purchaseOpen: isOpen,
    fundedAt: isFunded ? now : null,
  };
  return {
    ...(statusChanged ? status : {}),
    ...(reading.modifiedRaw !== known.purchaseModifiedRaw
      ? { purchaseModifiedRaw: reading.modifiedRaw }
      : {}),
    ...errorChange(known, remark, now),
  };
}

function errorChange(known: Known, sentence: string | null, now: Date): InvoiceChange {
  if (sentence === known.purchaseError) return {};
  return { purchaseError: sentence, purchaseErrorAt: sentence ? now : null };
}

async function recordChange(
  tx: Tx,
  { scope, syncRunId, now }: SyncWork,
  { id, batchId }: Seen["purchase"],
  known: Known,
  reading: Reading,
): Promise<void> {
  const codes = { fromCode: known.purchaseCode, toCode: reading.code };
  await insertPurchaseChange(tx, scope, { batchInvoiceId: id, syncRunId, changedAt: now, ...codes });
  await recordAudit(tx, scope, {
    action: "purchase.changed",
    subject: id,
    at: now,
    by: null,
    data: { ...codes, word: rawWord(reading), syncRunId },
  });
  await notify(tx, scope, { topic: "batch", id: batchId });
}

async function applyUnreadable(
  tx: Tx,
  { scope, now }: SyncWork,
  {
    purchase,
    outcome,
  }: { purchase: Seen["purchase"]; outcome: Exclude<Seen["outcome"], { kind: "status" }> },
  known: Known,
): Promise<Verdict> {
  const change = errorChange(known, unreadableWords(outcome), now);
  if (Object.keys(change).length > 0) await updateBatchInvoice(tx, scope, purchase.id, change);
  if (outcome.kind === "unavailable") return "unreadable";
  // OTR answered about somebody else's invoice (OTR §6.2): its content was thrown away, this is the alarm.
  await recordAudit(tx, scope, { action: "purchase.mismatched", subject: purchase.id, at: now, by: null });
  return "needs_you";
}
