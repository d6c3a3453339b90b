import { replyFields } from "./reply-fields.ts";

/** What OTR says about the invoice behind a 201 or a 409 (OTR §5.3); null where it says nothing. */
export type InvoiceEcho = {
  otrInvoicePkey: number | null;
  invoiceNo: string | null;
  poNumber: string | null;
  brokerName: string | null;
  clientName: string | null;
};

/** What was sent, to be compared with the echo. */
export type ExpectedInvoice = { invoiceNo: string; poNumber: string };

/** Reads the echo of a create answer; the key also goes by its older name `invoiceId`. Null when not an object. */
export function invoiceEchoOf(json: unknown): InvoiceEcho | null {
  const fields = replyFields(json);
  if (!fields) return null;
  const pkey = fields.integer("invoicePkey") ?? fields.integer("invoiceId");
  return {
    otrInvoicePkey: pkey !== null && pkey > 0 ? pkey : null,
    invoiceNo: fields.text("invoiceNo"),
    poNumber: fields.text("poNumber"),
    brokerName: fields.text("brokerName"),
    clientName: fields.text("clientName"),
  };
}

/** How an echo relates to what was sent: only "same" may be adopted (OTR §5.5). */
export function compareEcho(echo: InvoiceEcho, expected: ExpectedInvoice): "same" | "different" | "missing" {
  if (echo.invoiceNo !== null && !sameReference(echo.invoiceNo, expected.invoiceNo)) return "different";
  if (echo.poNumber !== null && !sameReference(echo.poNumber, expected.poNumber)) return "different";
  return echo.invoiceNo === null || echo.poNumber === null ? "missing" : "same";
}

/** True when two invoice or PO numbers are the same apart from blanks around them and casing. */
export function sameReference(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
