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

/** The kinds people choose from; invoice and packet are made by Lading. */
export const CHOSEN_KINDS = [
  "rate_confirmation",
  "proof_of_delivery",
  "lumper_receipt",
  "scale_ticket",
  "other",
] as const satisfies readonly DocumentKind[];

export type ChosenKind = (typeof CHOSEN_KINDS)[number];

/** True for a kind that people choose. */
export function isChosenKind(kind: string): kind is ChosenKind {
  return CHOSEN_KINDS.some((chosen) => chosen === kind);
}

export const DOCUMENT_KIND_LABELS = {
  rate_confirmation: "Customer Rate Confirmation",
  proof_of_delivery: "Proof of Delivery (POD)",
  invoice: "Invoice",
  lumper_receipt: "Lumper receipt",
  scale_ticket: "Scale ticket",
  other: "Other",
  packet: "Merged document",
} as const satisfies Record<DocumentKind, string>;
