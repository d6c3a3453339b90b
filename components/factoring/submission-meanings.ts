import type { Meaning } from "#components/ui/status-chip.tsx";
import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";

/** What each state of a submission means to a person. */
export const SUBMISSION_MEANINGS = {
  pending: "pending",
  sending: "pending",
  invoice_created: "pending",
  document_attached: "pending",
  accepted: "done",
  failed: "failed",
  unknown: "attention",
} as const satisfies Record<SubmissionState, Meaning>;
