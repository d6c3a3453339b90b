/** The kinds of text a subsidiary keeps under Important Information (R4). */
export const IMPORTANT_INFO_KINDS = [
  "notice_of_assignment",
  "remit_to",
  "payment_terms",
  "invoice_footer",
] as const;

export type ImportantInfoKind = (typeof IMPORTANT_INFO_KINDS)[number];

export const IMPORTANT_INFO_LABELS = {
  notice_of_assignment: "Notice of Assignment",
  remit_to: "Remit-To Instructions",
  payment_terms: "Payment Terms",
  invoice_footer: "Invoice Footer Note",
} as const satisfies Record<ImportantInfoKind, string>;
