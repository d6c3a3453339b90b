import { type ForReader, forReader } from "#server/auth/rules/for-reader.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import { type FailurePlaces, failureMend } from "#server/factoring/rules/failure-mend.ts";
import { failureNotice } from "#server/factoring/rules/failure-notice.ts";
import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import { type FailureFacts, failureSentence } from "#server/factoring/rules/failure-sentences.ts";
import { purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import { purchaseAdvice } from "./purchase-advice.ts";

/** Why an invoice is not where it should be: what happened, what it means for the money, what to do, where. */
export type InvoiceNote = {
  happened: string;
  money: string | null;
  todo: string | null;
  link: ForReader["fix"];
};

type Facts = FailureFacts &
  FailurePlaces & {
    state: SubmissionState;
    failureReason: FailureReason | null;
    needsReview: boolean;
    purchaseCode: number | null;
    /** Why the last read gave no status. */
    purchaseError: string | null;
    /** Why a person took the invoice back; null where nobody did. */
    withdrawReason: string | null;
    /** The later batch in which the load went out again. */
    sentAgainIn: number | null;
  };

/** The words beside an invoice of the report for one reader; null where all is as it should be (R36). */
export function invoiceNote(facts: Facts, reader: Membership): InvoiceNote | null {
  if (facts.withdrawReason !== null && !facts.purchaseError)
    return note(`Taken back: “${facts.withdrawReason}”.`, null);
  const reason = troubleOf(facts);
  if (reason && facts.sentAgainIn !== null) {
    const { happened } = failureSentence(reason, facts);
    return note(happened, `The load went out again in batch ${facts.sentAgainIn}: nothing to do here.`);
  }
  if (reason) {
    const { fix: link, ...words } = failureNotice(reason, facts, reader);
    return { ...words, link };
  }
  if (facts.purchaseError) return note(facts.purchaseError, null);
  if (facts.purchaseCode === null || isQuiet(facts.purchaseCode)) return null;
  const { happened, todo } = purchaseAdvice(facts.purchaseCode);
  const isFinal = purchaseStatus(facts.purchaseCode).class === "final_unpaid";
  const mend = isFinal ? failureMend("load", facts) : null;
  return { ...note(happened, todo), link: forReader(happened, mend, reader).fix };
}

function troubleOf({ state, needsReview, failureReason }: Facts): FailureReason | null {
  if (state === "failed") return failureReason ?? "stopped_unexpectedly";
  return needsReview ? (failureReason ?? "answer_lost") : null;
}

function isQuiet(code: number): boolean {
  const { class: purchaseClass } = purchaseStatus(code);
  return purchaseClass === "funded" || purchaseClass === "in_progress";
}

function note(happened: string, todo: string | null): InvoiceNote {
  return { happened, money: null, todo, link: null };
}
