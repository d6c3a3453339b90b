import { type CreateInvoiceOutcome, createInvoice } from "#server/otr/create-invoice.ts";
import type { BegunCall } from "./begin-call.ts";
import type { CallResult } from "./call-result.ts";
import { commonEffect, type Effect } from "./effect.ts";

/** Creates the invoice at OTR with the committed body, once. */
export async function callCreate({ client, body, submission }: BegunCall): Promise<CallResult> {
  const { invoiceNumber, poNumber, state } = submission.invoice;
  const outcome = await createInvoice(client, body, { invoiceNo: invoiceNumber, poNumber });
  const effect = effectOf(outcome, { mayBeOurs: state === "unknown" });
  return { outcome: nameOf(outcome), exchange: outcome.exchange, effect };
}

// OTR §5.5: without an echo an id is adopted only where an earlier attempt of ours is on record; the read that
// follows compares number and amount.
function effectOf(outcome: CreateInvoiceOutcome, { mayBeOurs }: { mayBeOurs: boolean }): Effect {
  switch (outcome.kind) {
    case "created":
      return atOtr(outcome, false);
    case "already_exists":
      return atOtr(outcome, true);
    case "conflict":
      return conflict(outcome, mayBeOurs);
    case "broker_unknown":
      return { kind: "failed", reason: "broker_unknown", detail: null };
    case "broker_not_approved":
      return { kind: "failed", reason: "broker_not_approved", detail: outcome.otrText ?? null };
    case "invalid":
      return { kind: "failed", reason: "invalid_request", detail: outcome.otrText ?? null };
    case "outcome_unknown":
      return { kind: "lost", detail: outcome.otrText ?? null };
    default:
      return commonEffect(outcome);
  }
}

function atOtr(
  { otrInvoicePkey, brokerName }: { otrInvoicePkey: number; brokerName: string | null },
  adopted: boolean,
): Effect {
  return { kind: "created", otrInvoicePkey, otrBrokerName: brokerName, adopted };
}

function conflict(outcome: Extract<CreateInvoiceOutcome, { kind: "conflict" }>, mayBeOurs: boolean): Effect {
  const { otrInvoicePkey, reason, echo } = outcome;
  if (reason === "echo_missing" && otrInvoicePkey !== null && mayBeOurs) {
    return { kind: "created", otrInvoicePkey, otrBrokerName: null, adopted: true };
  }
  const held = [echo.invoiceNo && `invoice ${echo.invoiceNo}`, echo.poNumber && `PO ${echo.poNumber}`];
  const detail = held.filter(Boolean).join(", ") || outcome.otrText || null;
  // Our own lost create may be what OTR means: that can't be told apart here, so it stays live for a person.
  if (reason !== "echo_differs" && mayBeOurs)
    return { kind: "held", reason: "conflict", detail, trouble: null };
  return { kind: "failed", reason: "conflict", detail };
}

function nameOf(outcome: CreateInvoiceOutcome): string {
  if (outcome.kind === "outcome_unknown") return `${outcome.kind}:${outcome.cause}`;
  return outcome.kind === "conflict" ? `${outcome.kind}:${outcome.reason}` : outcome.kind;
}
