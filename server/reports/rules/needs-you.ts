import { PURCHASE_STATUSES, type PurchaseClass } from "#server/factoring/rules/purchase-status.ts";
import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";

/** OTR's codes that wait for a person: attention (5, 6, 8, 99) and closed without money (4, 7). OTR §7. */
export const NEEDS_YOU_CODES: readonly number[] = codesOfClass("attention", "final_unpaid");

type Facts = {
  state: SubmissionState;
  /** The replays of a lost answer are used up. */
  needsReview: boolean;
  purchaseCode: number | null;
  /** A person took the invoice back: only funding that comes after all is still worth a word. */
  withdrawn: boolean;
  /** OTR's last word left something to settle (another amount, a load that stands elsewhere), and is not asked again. */
  closedWithRemark: boolean;
  /** The load went out again in a later batch: this row is history. */
  sentAgain: boolean;
};

/** True when nothing further happens to the invoice until a person acts. */
export function needsYou(invoice: Facts): boolean {
  if (invoice.sentAgain) return false;
  if (invoice.closedWithRemark) return true;
  if (invoice.withdrawn) return false;
  if (invoice.state === "failed" || invoice.needsReview) return true;
  return invoice.purchaseCode !== null && NEEDS_YOU_CODES.includes(invoice.purchaseCode);
}

function codesOfClass(...classes: PurchaseClass[]): number[] {
  return Object.entries(PURCHASE_STATUSES)
    .filter(([, status]) => classes.includes(status.class))
    .map(([code]) => Number(code));
}
