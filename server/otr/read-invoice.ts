import type { Cents } from "#server/kernel/money.ts";
import type { OtrClient } from "./client.ts";
import type { Exchange } from "./exchange.ts";
import type { OtrAnswer } from "./http.ts";
import { sameReference } from "./invoice-echo.ts";
import { centsOfDollars } from "./mapper.ts";
import type { NetworkCause } from "./network-failure.ts";
import type { Refusal } from "./refusals.ts";
import { integerOf, replyFields } from "./reply-fields.ts";

/** Why an invoice can't be read now. None of them says that it was deleted (OTR §6.1). */
export type UnavailableWhy = NetworkCause | "not_found" | "empty_reply" | "unreadable_reply" | "server_error";

/** What one read of an invoice gave. */
export type ReadInvoiceOutcome =
  | {
      kind: "status";
      /** OTR's number; null when it was a word. What a code means is not decided here. */
      code: number | null;
      raw: string;
      /** Has no zone: use it only as a change marker. */
      modifiedRaw: string | null;
      unitPriceCents: Cents | null;
      description: string | null;
      exchange: Exchange;
    }
  /** The answer is about another invoice; its content was discarded unseen (OTR §6.2). */
  | { kind: "mismatch"; exchange: Exchange }
  | { kind: "unavailable"; why: UnavailableWhy; exchange: Exchange }
  | Refusal;

/**
 * Reads the purchase status of one invoice. Ask only for keys that OTR itself gave us for this login: keys are
 * guessable and OTR may answer for other carriers' (OTR §6.2), hence the check against `expectedInvoiceNo`.
 */
export async function readInvoice(
  client: OtrClient,
  otrInvoicePkey: number,
  expectedInvoiceNo: string,
): Promise<ReadInvoiceOutcome> {
  const outcome = await client.read({
    method: "GET",
    path: "/invoices",
    query: { invoicePkeys: String(otrInvoicePkey) },
    timeoutMs: client.config.timeouts.readMs,
    private: true,
  });
  if (outcome.kind === "no_answer") return unavailable(outcome.failure.cause, outcome.exchange);
  if (outcome.kind === "not_sent") return unavailable(outcome.cause, outcome.exchange);
  return outcome.kind === "answer" ? outcomeOf(client, outcome, expectedInvoiceNo) : outcome;
}

function outcomeOf(client: OtrClient, answer: OtrAnswer, expectedInvoiceNo: string): ReadInvoiceOutcome {
  const { exchange } = answer;
  if (answer.status === 404) return unavailable("not_found", exchange);
  if (answer.status >= 500) return unavailable("server_error", exchange);
  if (answer.status >= 300) return unavailable("unreadable_reply", exchange);
  if (isEmpty(answer)) return unavailable("empty_reply", exchange);
  const outer = replyFields(answer.json);
  const fields = replyFields(outer?.value("invoice")) ?? outer;
  const invoiceNo = fields?.text("InvoiceNo");
  const status = fields?.value("Status");
  if (!fields || !invoiceNo || (typeof status !== "number" && typeof status !== "string")) {
    return unavailable("unreadable_reply", exchange);
  }
  if (!sameReference(invoiceNo, expectedInvoiceNo)) return { kind: "mismatch", exchange };
  const item = replyFields(fields.value("InvoiceItems"));
  return {
    kind: "status",
    code: integerOf(status),
    raw: client.mask(String(status).trim()),
    modifiedRaw: client.mask(fields.text("ModifiedDate")),
    unitPriceCents: centsOfDollars(item?.value("UnitPrice")),
    description: client.mask(item?.text("Description")?.replace(/\s+/g, " ") ?? null),
    exchange,
  };
}

function isEmpty({ status, body, json }: OtrAnswer): boolean {
  return status === 204 || body === "" || json === null || (Array.isArray(json) && json.length === 0);
}

function unavailable(why: UnavailableWhy, exchange: Exchange): ReadInvoiceOutcome {
  return { kind: "unavailable", why, exchange };
}
