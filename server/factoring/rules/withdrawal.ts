import { isUnderway, type SubmissionState } from "./submission-state.ts";

export type WithdrawalFacts = {
  state: SubmissionState;
  /** The replays of a lost answer are used up. */
  needsReview: boolean;
  isFunded: boolean;
};

/**
 * Why an invoice can't be taken back from OTR, or null (R17). Never while a call about it may be on its way, and
 * never once OTR has paid for it: the money would have to go back first.
 */
export function withdrawalRefusal({ state, needsReview, isFunded }: WithdrawalFacts): string | null {
  if (isFunded) {
    return "OTR has funded this invoice, so it can't be taken back here. Talk to OTR Solutions about a buy-back.";
  }
  if (isUnderway(state) && !needsReview) {
    return "This invoice is on its way to OTR. Wait until it is accepted or has failed.";
  }
  return null;
}
