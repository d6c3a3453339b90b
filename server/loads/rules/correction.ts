import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "./load-status.ts";

/** What decides whether a load can be corrected. `submission` is its latest one, with whether it exists at OTR. */
export type CorrectionFacts = {
  status: LoadStatus;
  submission: { state: SubmissionState; isAtOtr: boolean } | null | undefined;
};

const SETTLED: ReadonlySet<LoadStatus> = new Set(["invoiced", "financed", "completed", "cancelled"]);

/**
 * Why PO number and lane of a load can't be corrected any more, or null. What went to OTR must stay what it was:
 * a lost answer is resolved by comparing number and PO (OTR §5.5).
 */
export function correctionRefusal({ status, submission }: CorrectionFacts): string | null {
  if (SETTLED.has(status))
    return `This load is ${LOAD_STATUS_LABELS[status]}; it can't be corrected any more.`;
  const isLive = submission && (submission.state !== "failed" || submission.isAtOtr);
  return isLive ? "The invoice of this load is with OTR; it can't be corrected while it is." : null;
}
