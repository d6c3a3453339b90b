import { createInvoiceBody } from "#server/otr/mapper.ts";
import { type Cast, subsidiaryOf } from "../cast.ts";
import { laneOf } from "../plan/lane-of.ts";
import type { BatchInvoicePlan } from "../plan/plan-types.ts";

/** The body that brought an invoice to OTR. */
export function createBodyOf(cast: Cast, { load, invoice }: BatchInvoicePlan): string {
  const lane = laneOf(load);
  return createInvoiceBody({
    mcNumber: load.customer.mcNumber ?? "",
    usdotNumber: subsidiaryOf(cast, load.subsidiary).usdotNumber ?? "",
    invoiceNo: invoice.number,
    poNumber: load.poNumber,
    amountCents: load.totalCents,
    invoiceDate: invoice.date,
    from: { city: lane.originCity, state: lane.originState },
    to: { city: lane.destinationCity, state: lane.destinationState },
    weightPounds: load.weightLb,
    miles: lane.miles,
  });
}
