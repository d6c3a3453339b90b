/**
 * Our side of one invoice on its way to OTR. `unknown` is a lost answer: neither sent nor failed until an
 * identical replay says which (R27, OTR §10.1).
 */
export const SUBMISSION_STATES = [
  "pending",
  "sending",
  "invoice_created",
  "document_attached",
  "accepted",
  "failed",
  "unknown",
] as const;

export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** The calls that one submission consists of, in order. */
export const SUBMISSION_STEPS = ["create", "confirm", "attach"] as const;

export type SubmissionStep = (typeof SUBMISSION_STEPS)[number];

/** True while the batch still works on the invoice. */
export function isUnderway(state: SubmissionState): boolean {
  return state !== "accepted" && state !== "failed";
}

export const SUBMISSION_STATE_LABELS = {
  pending: "Waiting",
  sending: "Sending",
  invoice_created: "Invoice created",
  document_attached: "Document attached",
  accepted: "Accepted",
  failed: "Failed",
  unknown: "Answer lost, checking",
} as const satisfies Record<SubmissionState, string>;
