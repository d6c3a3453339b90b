/** A client-portal login and the USDOT numbers it may post for. */
export type Login = { username: string; password: string; usdotNumbers: string[]; clientName: string };

/** A broker as OTR knows it. `mc` is digits without leading zeros. */
export type Broker = { mc: string; name: string; result: string; noBuy: boolean };

/** An invoice the sandbox holds. Times are epoch milliseconds of the sandbox clock; `amount` is US dollars. */
export type Invoice = {
  pkey: number;
  username: string;
  clientDot: string;
  clientName: string;
  invoiceNo: string;
  poNumber: string;
  brokerMc: string;
  brokerName: string;
  amount: number;
  invoiceDate: string;
  from: { city: string; state: string };
  to: { city: string; state: string };
  status: number | string;
  createdAt: number;
  modifiedAt: number;
};

/** An invoice put into the sandbox from outside, as if it had been created at the time of the seeding. */
export type SeededInvoice = Omit<Invoice, "createdAt" | "modifiedAt">;

/** A document as it arrived; its bytes are kept under `sha256` unless the sandbox keeps hashes only. */
export type Document = {
  id: number;
  pkey: number;
  fileName: string;
  contentType: string;
  docType: string;
  partOrder: string[];
  size: number;
  sha256: string;
  receivedAt: number;
};

export const routeNames = [
  "token",
  "broker-check",
  "create-invoice",
  "read-invoice",
  "file-upload",
  "customer-summary",
  "healthcheck",
] as const;

export type RouteName = (typeof routeNames)[number];

/** Added delay per route in milliseconds, half before the work and half after it. */
export type Latency = Partial<Record<RouteName, number>>;

/** Invoices with a document move on by themselves after `seconds`; "mixed" sends some to 6 and 4 (by number). */
export type AutomaticMode = { seconds: number; mixed: boolean } | null;

/** What a reply is made of, before it goes on the wire. */
export type Reply = { status: number; headers?: Record<string, string>; body: string };
