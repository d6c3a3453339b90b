import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import type { DocumentKind } from "./document-kind.ts";

/** What decides whether a load's documents can be changed. `submission` is its latest one that wasn't taken back. */
export type PaperFacts = {
  status: LoadStatus;
  submission: { state: SubmissionState; isAtOtr: boolean } | null | undefined;
};

const CLOSED: ReadonlySet<LoadStatus> = new Set(["invoiced", "financed", "completed"]);

/** True where OTR has or may have the load's invoice: what was sent must stay what it was. */
export function isWithOtr({ status, submission }: PaperFacts): boolean {
  if (CLOSED.has(status)) return true;
  return submission ? submission.state !== "failed" || submission.isAtOtr : false;
}

/**
 * Why a document can't be removed or become another kind, or null. Documents may be added at any time; those behind
 * an invoice that is with OTR stay as they are, since they show what was sold.
 */
export function documentChangeRefusal(facts: PaperFacts, kind: DocumentKind): string | null {
  if (kind === "invoice")
    return "Lading made this invoice. To replace it, revert the load, which voids it, and invoice the load again.";
  if (kind === "packet") return "Lading made this document. To replace it, merge the documents again.";
  return isWithOtr(facts)
    ? "The invoice of this load is with OTR, so its documents stay as they were sent. You can still add one."
    : null;
}
