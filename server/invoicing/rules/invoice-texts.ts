import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";

type Carrier = { name: string; street: string; city: string; state: string; zip: string };

type Facts = {
  method: InvoicingMethod | null;
  /** The subsidiary's texts that are valid now. */
  texts: Partial<Record<ImportantInfoKind, string>>;
  carrier: Carrier;
};

/** The texts of an invoice; empty ones are left out of the page. */
export type InvoiceTexts = {
  remitTo: string;
  paymentTerms: string;
  footer: string;
  noticeOfAssignment: string;
};

/**
 * What an invoice says about payment (R4, R5). One that goes to the factor carries the Notice of Assignment and the
 * remit-to instructions, and never the carrier's own address: money sent there doesn't settle it. For a customer who
 * is not factored it is the other way round: where the subsidiary has assigned its accounts, its remit-to is the
 * factor's, so the customer is asked to pay the carrier itself.
 */
export function invoiceTexts({ method, texts, carrier }: Facts): InvoiceTexts {
  const said = (kind: ImportantInfoKind) => texts[kind]?.trim() ?? "";
  const notice = said("notice_of_assignment");
  const isFactored = method === "factoring";
  const remitTo = isFactored || notice === "" ? said("remit_to") : "";
  return {
    remitTo: remitTo || (isFactored ? "" : postal(carrier)),
    paymentTerms: said("payment_terms"),
    footer: said("invoice_footer"),
    noticeOfAssignment: isFactored ? notice : "",
  };
}

function postal({ name, street, city, state, zip }: Carrier): string {
  const place = [city, state].filter((part) => part !== "").join(", ");
  return [name, street, [place, zip].filter((part) => part !== "").join(" ")]
    .filter((line) => line !== "")
    .join("\n");
}
