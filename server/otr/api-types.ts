/** The shapes that travel between us and OTR's Carrier TMS API, version 2, spelled as OTR spells them. */

/** Reply of `POST /auth/token` (OTR §2.2). `expires_in` is seconds. */
export type TokenReply = {
  access_token: string;
  refresh_token?: string;
  token_type: string;
  expires_in: number;
};

/** Reply of `GET /broker-check/{mc}` for a broker OTR knows (OTR §4.1). */
export type BrokerCheckReply = {
  id: string;
  Name: string;
  McNumber: string;
  BrokerTestResult: string;
  NoBuy: boolean;
  ResponseStatus: number;
};

/** Body of `POST /invoices` (OTR §5.1). `InvoiceAmount` is US dollars with at most two decimals. */
export type CreateInvoiceRequest = {
  BrokerMC: number;
  ClientDOT: string;
  InvoiceNo: string;
  PoNumber: string;
  InvoiceAmount: number;
  InvoiceDate: string;
  FromCity: string;
  FromState: string;
  ToCity: string;
  ToState: string;
  Weight?: number;
  Miles?: number;
  Notes?: string;
};

/**
 * Body of a 201 and of a 409 to `POST /invoices` (OTR §5.3). `invoiceExists` and `IsDuplicate` say the
 * same thing in both, so neither may decide anything.
 */
export type CreateInvoiceReply = {
  IsDuplicate: boolean;
  Message: string | null;
  invoicePkey: number;
  invoiceNo: string;
  poNumber: string;
  clientName: string;
  invoiceExists: boolean;
  brokerName: string;
};

/** Reply of `GET /invoices?invoicePkeys={pkey}` (OTR §6.1). `UnitPrice` is US dollars; the date has no zone. */
export type InvoiceStatusReply = {
  InvoiceNo: string;
  InvoiceItems: { Description: string; UnitPrice: number };
  ModifiedDate: string;
  Status: number | string;
};

/** The text parts of `POST /file-upload`, in the order OTR documents them after `file` (OTR §8). */
export type UploadFields = {
  DocumentType: "invoice-file-upload";
  ItemPkey: string;
  SendEmail: "true" | "false";
  InvoiceDocTypes: string;
};

/** An error told by the API gateway in front of OTR's services (OTR §9.3). */
export type GatewayError = { statusCode: number; message: string; activityId?: string };

/** An error told by OTR's service itself (OTR §9.3). */
export type ServiceError = { Message: string; ResponseStatus: number };
