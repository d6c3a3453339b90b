/** The kinds of text a subsidiary keeps under Important Information (R4). */
export const IMPORTANT_INFO_KINDS = [
  "notice_of_assignment",
  "remit_to",
  "payment_terms",
  "invoice_footer",
] as const;

export type ImportantInfoKind = (typeof IMPORTANT_INFO_KINDS)[number];

type KindWords = {
  label: string;
  /** Where it stands on an invoice. */
  about: string;
  maxCharacters: number;
  /** May be emptied again: invoices go out without it. */
  mayBeEmpty: boolean;
};

export const IMPORTANT_INFO = {
  notice_of_assignment: {
    label: "Notice of Assignment",
    about: "Prints in a frame on every invoice. Paste the text that OTR Solutions gave you.",
    maxCharacters: 4_000,
    mayBeEmpty: false,
  },
  remit_to: {
    label: "Remit-To Instructions",
    about: "Prints under “Remit to”: the name and address a payment goes to.",
    maxCharacters: 600,
    mayBeEmpty: true,
  },
  payment_terms: {
    label: "Payment Terms",
    about: "Prints beside the remit-to address, such as “Net 30 days”.",
    maxCharacters: 600,
    mayBeEmpty: true,
  },
  invoice_footer: {
    label: "Invoice Footer Note",
    about: "Prints at the end of the invoice, below everything else.",
    maxCharacters: 1_000,
    mayBeEmpty: true,
  },
} as const satisfies Record<ImportantInfoKind, KindWords>;
