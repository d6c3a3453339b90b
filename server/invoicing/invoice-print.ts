import type { InvoiceSnapshot } from "#db/schema/documents.ts";

type Place = { city: string; state: string };

/** Everything an invoice says. Dates are calendar dates, 'YYYY-MM-DD'; empty texts are left out of the page. */
export type InvoicePrint = InvoiceSnapshot & {
  carrier: {
    name: string;
    street: string;
    city: string;
    state: string;
    zip: string;
    usdotNumber: string | null;
    mcNumber: string | null;
  };
  invoiceNumber: string;
  invoiceDate: string;
  loadNumber: string;
  poNumber: string;
  origin: Place;
  destination: Place;
  pickupOn: string | null;
  deliveredOn: string | null;
  weightLb: number | null;
  miles: number | null;
  noticeOfAssignment: string;
};
