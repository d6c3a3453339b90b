/** What a document of a load is (R19, R20). `packet` is the merged PDF that is sent to the factor. */
export const DOCUMENT_KINDS = [
  "rate_confirmation",
  "proof_of_delivery",
  "invoice",
  "lumper_receipt",
  "scale_ticket",
  "other",
  "packet",
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS = {
  rate_confirmation: "Customer Rate Confirmation",
  proof_of_delivery: "Proof of Delivery (POD)",
  invoice: "Invoice",
  lumper_receipt: "Lumper receipt",
  scale_ticket: "Scale ticket",
  other: "Other",
  packet: "Merged document",
} as const satisfies Record<DocumentKind, string>;
