import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";

/** The first wording of the demo's Notice of Assignment; an invoice of that time still prints it. */
export function earlierNotice(carrier: string): string {
  return `This account has been assigned to OTR Solutions. Please pay OTR Solutions only; a payment to ${carrier} does not settle this invoice.`;
}

/** The demo's texts under Important Information, in our own words. */
export function demoTexts(carrier: string, email: string): Record<ImportantInfoKind, string> {
  return {
    notice_of_assignment: [
      `${carrier} has sold and assigned this invoice, and all rights to payment under it, to OTR Solutions. Payment is due to OTR Solutions only, at the address under "Remit to".`,
      `A payment made to ${carrier} or to anyone else does not discharge this debt. Tell OTR Solutions before payment of any claim, offset or short payment, and quote the invoice number. This notice stays in force until OTR Solutions releases it in writing.`,
    ].join("\n"),
    remit_to: `OTR Solutions\nfor the account of ${carrier}\n1000 Example Parkway, Lockbox 417\nRoswell, GA 30076`,
    payment_terms: "Net 30 days from the invoice date. No quick-pay deduction without written consent.",
    invoice_footer: `Thank you for your business. Questions about this invoice: ${email}`,
  };
}
