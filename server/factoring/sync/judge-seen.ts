import type { LockedPurchase, PurchaseState } from "#db/queries/open-purchases.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import { nextLoadStatus } from "../rules/next-load-status.ts";
import {
  fundingRemark,
  type Judgement,
  judgeReading,
  type Reading,
  rawWord,
  type Verdict,
  verdictOf,
} from "../rules/purchase-reading.ts";
import type { Seen } from "./read-page.ts";
import { unreadableWords } from "./unreadable-words.ts";

/** An invoice as it stands, and its load. */
export type Standing = { known: LockedPurchase; loadStatus: LoadStatus };

/** What a look at an invoice comes to: `state` is what to keep of it, `moves` whether its load goes on to Financed. */
export type Judged = { verdict: Verdict; state: PurchaseState; statusChanged: boolean; moves: boolean };

/** Judges what OTR said about an invoice, or why it could say nothing, against what is known of it. */
export function judgeSeen({ known, loadStatus }: Standing, outcome: Seen["outcome"], now: Date): Judged {
  if (outcome.kind !== "status") {
    const verdict = outcome.kind === "mismatch" ? "needs_you" : "unreadable";
    const state = { ...known, ...errorOf(known, unreadableWords(outcome), now) };
    return { verdict, state, statusChanged: false, moves: false };
  }
  const judgement = judgeReading(known, outcome);
  const isWithdrawn = known.withdrawnAt !== null;
  // The load may stand in another submission by now, which this money does not settle.
  const status = judgement.isFunded && !isWithdrawn ? nextLoadStatus(loadStatus, "funded") : loadStatus;
  const moves = status !== loadStatus;
  const remark = judgement.remark ?? (judgement.isFunded ? fundingRemark(status, isWithdrawn) : null);
  const verdict = verdictOf(
    { ...judgement, remark },
    { firstReading: known.purchaseCode === null && known.purchaseRaw === null, loadFinanced: moves },
  );
  const state = stateAfter(known, outcome, { ...judgement, remark }, now);
  return { verdict, state, statusChanged: judgement.statusChanged, moves };
}

/** True when the two say the same of an invoice. */
export function isSameState(one: PurchaseState, other: PurchaseState): boolean {
  return (
    one.purchaseCode === other.purchaseCode &&
    one.purchaseRaw === other.purchaseRaw &&
    one.purchaseModifiedRaw === other.purchaseModifiedRaw &&
    one.purchaseOpen === other.purchaseOpen &&
    one.purchaseError === other.purchaseError
  );
}

function stateAfter(known: PurchaseState, reading: Reading, judgement: Judgement, now: Date): PurchaseState {
  const { statusChanged, isOpen, isFunded, remark } = judgement;
  const changed = {
    purchaseCode: reading.code,
    purchaseRaw: rawWord(reading),
    purchaseChangedAt: now,
    purchaseOpen: isOpen,
    fundedAt: isFunded ? now : null,
  };
  return {
    ...known,
    ...(statusChanged ? changed : {}),
    purchaseModifiedRaw: reading.modifiedRaw,
    ...errorOf(known, remark, now),
  };
}

function errorOf(known: PurchaseState, sentence: string | null, now: Date) {
  if (sentence === known.purchaseError) return {};
  return { purchaseError: sentence, purchaseErrorAt: sentence ? now : null };
}
