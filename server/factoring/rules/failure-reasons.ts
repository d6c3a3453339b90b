/** Why an invoice was not taken. Literal codes; the sentences stand in `failure-sentences.ts`. */
export const FAILURE_REASONS = [
  "mc_missing",
  "broker_unknown",
  "broker_not_approved",
  "invalid_request",
  "login_not_enabled",
  "credentials_rejected",
  "otr_configuration",
  "otr_unreachable",
  "conflict",
  "amount_differs",
  "document_missing",
  "document_rejected",
  "document_too_large",
  "document_unconfirmed",
  "integration_disconnected",
  "answer_lost",
  "stopped_unexpectedly",
] as const;

export type FailureReason = (typeof FAILURE_REASONS)[number];
