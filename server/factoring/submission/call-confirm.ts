import { formatCents } from "#server/kernel/money.ts";
import { type ReadInvoiceOutcome, readInvoice } from "#server/otr/read-invoice.ts";
import type { BegunCall } from "./begin-call.ts";
import type { CallResult } from "./call-result.ts";
import { commonEffect, type Effect } from "./effect.ts";

/** Reads an adopted invoice back once: nothing is attached to it before number and amount are right (OTR §5.5). */
export async function callConfirm({ client, submission }: BegunCall): Promise<CallResult> {
  const { otrInvoicePkey, invoiceNumber, amountCents } = submission.invoice;
  if (otrInvoicePkey === null) throw new Error("an invoice without OTR's id can't be read");
  const outcome = await readInvoice(client, otrInvoicePkey, invoiceNumber);
  const effect = effectOf(outcome, amountCents);
  return { outcome: nameOf(outcome), exchange: outcome.exchange, effect };
}

function effectOf(outcome: ReadInvoiceOutcome, sentCents: number): Effect {
  switch (outcome.kind) {
    case "status":
      if (outcome.unitPriceCents === null) return { kind: "lost", detail: "OTR did not tell the amount." };
      if (outcome.unitPriceCents === sentCents) return { kind: "confirmed" };
      return {
        kind: "failed",
        reason: "amount_differs",
        detail: `The amount at OTR is ${formatCents(outcome.unitPriceCents)}.`,
      };
    case "mismatch":
      return { kind: "failed", reason: "conflict", detail: null };
    case "unavailable":
      return { kind: "lost", detail: null };
    default:
      return commonEffect(outcome);
  }
}

function nameOf(outcome: ReadInvoiceOutcome): string {
  return outcome.kind === "unavailable" ? `${outcome.kind}:${outcome.why}` : outcome.kind;
}
