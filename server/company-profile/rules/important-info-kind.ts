/** The kinds of text a subsidiary keeps under Important Information (R4). */
export const IMPORTANT_INFO_KINDS = [
  "notice_of_assignment",
  "remit_to",
  "payment_terms",
  "invoice_footer",
] as const;

export type ImportantInfoKind = (typeof IMPORTANT_INFO_KINDS)[number];
