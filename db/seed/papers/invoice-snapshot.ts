import type { InvoiceSnapshot } from "#db/schema/documents.ts";
import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import type { InvoicePrint } from "#server/invoicing/invoice-print.ts";
import { lineWords } from "#server/invoicing/rules/line-words.ts";
import { type Cast, infoAt, subsidiaryOf } from "../cast.ts";
import { laneOf } from "../plan/lane-of.ts";
import type { InvoicePlan, LoadPlan } from "../plan/plan-types.ts";

/** What a load's invoice said when it was made. */
export function invoiceSnapshot(cast: Cast, load: LoadPlan, at: Date): InvoiceSnapshot {
  const { name, street, city, state, zip } = load.customer;
  return {
    billTo: { name, street, city, state, zip },
    lines: load.lines.map((line) => ({
      description: lineWords(line, laneOf(load)),
      amountCents: line.amountCents,
    })),
    remitTo: textAt(cast, load, "remit_to", at),
    paymentTerms: textAt(cast, load, "payment_terms", at),
    footer: textAt(cast, load, "invoice_footer", at),
  };
}

/** All that stands on a load's invoice. */
export function invoicePrint(cast: Cast, load: LoadPlan, invoice: InvoicePlan): InvoicePrint {
  const lane = laneOf(load);
  const { loadNumber, poNumber, pickupOn, deliveredOn, weightLb } = load;
  return {
    ...invoiceSnapshot(cast, load, invoice.at),
    carrier: subsidiaryOf(cast, load.subsidiary),
    invoiceNumber: invoice.number,
    invoiceDate: invoice.date,
    ...{ loadNumber, poNumber, pickupOn, deliveredOn, weightLb },
    origin: { city: lane.originCity, state: lane.originState },
    destination: { city: lane.destinationCity, state: lane.destinationState },
    miles: lane.miles,
    noticeOfAssignment: textAt(cast, load, "notice_of_assignment", invoice.at),
  };
}

function textAt(cast: Cast, load: LoadPlan, kind: ImportantInfoKind, at: Date): string {
  return infoAt(subsidiaryOf(cast, load.subsidiary), kind, at)?.body ?? "";
}
