import type { Submission } from "#db/queries/batch-invoices.ts";
import { draftProblems, type InvoiceDraft } from "#server/otr/invoice-draft.ts";
import { createInvoiceBody } from "#server/otr/mapper.ts";
import type { Effect } from "./effect.ts";

/**
 * The exact body of the create: the stored one where there is one, since a replay must not differ by a byte; else
 * made from the row. Or the failure of a row that OTR would refuse.
 */
export function createBodyOf({ invoice, usdotNumber }: Submission): { text: string } | { effect: Effect } {
  if (invoice.createBody !== null) return { text: invoice.createBody };
  if (!invoice.mcNumber) return { effect: { kind: "failed", reason: "mc_missing", detail: null } };
  const draft: InvoiceDraft = {
    mcNumber: invoice.mcNumber,
    usdotNumber,
    invoiceNo: invoice.invoiceNumber,
    poNumber: invoice.poNumber,
    amountCents: invoice.amountCents,
    invoiceDate: invoice.invoiceDate,
    from: { city: invoice.originCity, state: invoice.originState },
    to: { city: invoice.destinationCity, state: invoice.destinationState },
    weightPounds: invoice.weightLb ?? undefined,
    miles: invoice.miles ?? undefined,
  };
  const problems = draftProblems(draft);
  if (problems.length === 0) return { text: createInvoiceBody(draft) };
  const fields = problems.map((problem) => problem.replaceAll("_", " ")).join(", ");
  return { effect: { kind: "failed", reason: "invalid_request", detail: `Not sent: check ${fields}.` } };
}
