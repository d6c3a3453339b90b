import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";
import type { DocumentKind } from "./document-kind.ts";

/** What decides whether a load's documents can be changed. `submission` is its latest one that wasn't taken back. */
export type PaperFacts = {
  status: LoadStatus;
  submission: { state: SubmissionState } | null | undefined;
};

const CLOSED: ReadonlySet<LoadStatus> = new Set(["invoiced", "financed", "completed"]);

/**
 * True where OTR has or is being sent the load's documents: they must stay what was sent. A submission that failed has
 * none there, not even where OTR knows the invoice: a document it found too large is merged anew and then attached.
 */
export function isWithOtr({ status, submission }: PaperFacts): boolean {
  return CLOSED.has(status) || (submission ? submission.state !== "failed" : false);
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
