import type { OtrClient } from "./client.ts";
import type { Exchange } from "./exchange.ts";
import type { OtrAnswer } from "./http.ts";
import { compareEcho, type ExpectedInvoice, type InvoiceEcho, invoiceEchoOf } from "./invoice-echo.ts";
import type { NetworkCause } from "./network-failure.ts";
import type { NotSent, Refusal } from "./refusals.ts";

/** The invoice as OTR holds it after a create. Show `brokerName` to a person: it is whom OTR will bill. */
type AtOtr = {
  otrInvoicePkey: number;
  brokerName: string | null;
  clientName: string | null;
  exchange: Exchange;
};

/** Why nobody knows whether the invoice exists. */
export type UnknownCause =
  | NetworkCause
  | "server_error"
  | "empty_reply"
  | "unreadable_reply"
  | "no_id"
  | "echo_mismatch"
  | "unexpected_status";

/** What became of one create (OTR §5.3–5.5, §11). */
export type CreateInvoiceOutcome =
  | ({ kind: "created" } & AtOtr)
  | ({ kind: "already_exists" } & AtOtr)
  | {
      kind: "conflict";
      reason: "echo_differs" | "echo_missing" | "no_id";
      otrInvoicePkey: number | null;
      echo: { invoiceNo: string | null; poNumber: string | null };
      otrText?: string;
      exchange: Exchange;
    }
  | { kind: "broker_unknown"; exchange: Exchange }
  | { kind: "broker_not_approved"; otrText?: string; exchange: Exchange }
  | { kind: "invalid"; otrText?: string; exchange: Exchange }
  | { kind: "outcome_unknown"; cause: UnknownCause; otrText?: string; exchange: Exchange }
  | NotSent
  | Refusal;

const invalidStatuses = new Set([400, 413, 415, 422]);

/**
 * Sends exactly `body` (from `createInvoiceBody`) once. Sent at most twice, and then only because the first
 * was refused for its token. `outcome_unknown` means the invoice may exist: send the same body again later and
 * let the 409 tell. After `already_exists`, confirm number and amount with `readInvoice`.
 */
export async function createInvoice(
  client: OtrClient,
  body: string,
  expected: ExpectedInvoice,
): Promise<CreateInvoiceOutcome> {
  const outcome = await client.call({
    method: "POST",
    path: "/invoices",
    headers: { "Content-Type": "application/json" },
    body,
    timeoutMs: client.config.timeouts.createMs,
  });
  if (outcome.kind === "no_answer") {
    return { kind: "outcome_unknown", cause: outcome.failure.cause, exchange: outcome.exchange };
  }
  return outcome.kind === "answer" ? outcomeOf(client, outcome, expected) : outcome;
}

function outcomeOf(client: OtrClient, answer: OtrAnswer, expected: ExpectedInvoice): CreateInvoiceOutcome {
  const { status, text: otrText, exchange } = answer;
  // OTR answers an unknown broker with a success status and no body: nothing was created (OTR §10.4).
  if (status === 204) return { kind: "broker_unknown", exchange };
  if (status === 409) return duplicate(client, answer, expected);
  if (status >= 200 && status < 300) return created(client, answer, expected);
  if (status === 402) return { kind: "broker_not_approved", otrText, exchange };
  if (invalidStatuses.has(status)) return { kind: "invalid", otrText, exchange };
  if (status === 404) return { kind: "configuration", httpStatus: status, otrText, exchange };
  const cause = status >= 500 ? "server_error" : "unexpected_status";
  return { kind: "outcome_unknown", cause, otrText, exchange };
}

function created(client: OtrClient, answer: OtrAnswer, expected: ExpectedInvoice): CreateInvoiceOutcome {
  const { exchange, text: otrText } = answer;
  const unknown = (cause: UnknownCause) => ({ kind: "outcome_unknown", cause, otrText, exchange }) as const;
  if (answer.body === "") return unknown("empty_reply");
  const echo = invoiceEchoOf(answer.json);
  if (!echo) return unknown("unreadable_reply");
  if (echo.otrInvoicePkey === null) return unknown("no_id");
  if (compareEcho(echo, expected) === "different") return unknown("echo_mismatch");
  return { kind: "created", ...atOtr(client, echo, echo.otrInvoicePkey), exchange };
}

function duplicate(client: OtrClient, answer: OtrAnswer, expected: ExpectedInvoice): CreateInvoiceOutcome {
  const { exchange, text: otrText } = answer;
  const echo = invoiceEchoOf(answer.json);
  const comparison = echo ? compareEcho(echo, expected) : "missing";
  if (echo?.otrInvoicePkey && comparison === "same") {
    return { kind: "already_exists", ...atOtr(client, echo, echo.otrInvoicePkey), exchange };
  }
  const otrInvoicePkey = echo?.otrInvoicePkey ?? null;
  return {
    kind: "conflict",
    reason: conflictReason(otrInvoicePkey, comparison),
    otrInvoicePkey,
    echo: { invoiceNo: client.mask(echo?.invoiceNo ?? null), poNumber: client.mask(echo?.poNumber ?? null) },
    otrText,
    exchange,
  };
}

function conflictReason(pkey: number | null, comparison: "same" | "different" | "missing") {
  if (comparison === "different") return "echo_differs";
  return pkey === null ? "no_id" : "echo_missing";
}

function atOtr({ mask }: OtrClient, { brokerName, clientName }: InvoiceEcho, otrInvoicePkey: number) {
  return { otrInvoicePkey, brokerName: mask(brokerName), clientName: mask(clientName) };
}
