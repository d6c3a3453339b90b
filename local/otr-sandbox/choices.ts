/** Behaviour that production has not shown; every one is a switch (OTR §12). */
export type Choices = {
  badCredentialsStatus: 400 | 401;
  jsonTokenBody: "refuse" | "accept";
  refreshGrant: boolean;
  tokenLifetimeSeconds: number;
  bearerOnCustomerSummary: boolean;
  /** What a create on a broker OTR won't buy answers. */
  noBuyCreate: 402 | 201;
  /** A second invoice number under the same PO. */
  samePoNumber: "conflict" | "accept";
  /** What a read of an unknown key answers. */
  unknownRead: 404 | 204 | "empty_array";
  commaListRead: boolean;
  /** True hides other logins' invoices; production was reported not to. */
  scopedReads: boolean;
  invoiceItems: "object" | "array";
  unknownUpload: 400 | 404;
  /** PDF only, as the strictest service seen; otherwise PNG and JPEG too. */
  strictPdf: boolean;
  uploadReply: "empty" | "message";
  maxUploadBytes: number;
  /** Calls a second per subscription key; null is off. */
  rateLimitPerSecond: number | null;
};

export const defaultChoices = {
  badCredentialsStatus: 400,
  jsonTokenBody: "refuse",
  refreshGrant: true,
  tokenLifetimeSeconds: 7199,
  bearerOnCustomerSummary: true,
  noBuyCreate: 402,
  samePoNumber: "conflict",
  unknownRead: 404,
  commaListRead: false,
  scopedReads: false,
  invoiceItems: "object",
  unknownUpload: 400,
  strictPdf: true,
  uploadReply: "empty",
  maxUploadBytes: 10 * 1024 * 1024,
  rateLimitPerSecond: null,
} satisfies Choices;
