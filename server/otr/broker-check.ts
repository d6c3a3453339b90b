import { parseMcNumber } from "#server/kernel/mc-number.ts";
import type { OtrClient } from "./client.ts";
import { type BrokerDecision, decideBroker } from "./decide-broker.ts";
import type { Exchange } from "./exchange.ts";
import type { OtrAnswer } from "./http.ts";
import type { NetworkCause } from "./network-failure.ts";
import type { Refusal } from "./refusals.ts";
import { replyFields } from "./reply-fields.ts";

/** Why a check says nothing about the broker. */
export type CheckFailure = NetworkCause | "server_error" | "unreadable_reply" | Refusal["kind"];

/** What OTR says about one broker. */
export type BrokerCheckOutcome =
  | {
      decision: BrokerDecision;
      /** OTR's name for the broker: compare it with the customer's, a mistyped MC finds somebody else (OTR §10.10). */
      brokerName: string | null;
      otrBrokerId: string | null;
      /** OTR's own words for the result, such as "Call Credit". */
      rawText: string | null;
      noBuy: boolean | null;
      /** The answer as it came, masked, at most 2 kB. */
      rawBody: string;
      checkedAt: string;
      exchange: Exchange;
    }
  | {
      decision: "unknown";
      why: CheckFailure;
      /** Present when OTR asked to slow down. */
      afterSeconds?: number;
      otrText?: string;
      checkedAt: string;
      exchange: Exchange;
    };

const maxRawBody = 2000;

/**
 * Asks OTR whether it buys invoices on the broker with this MC number; prefix and leading zeros are dropped.
 * "unknown" never speaks against the broker. Throws a TypeError when `mc` has no digits: check for it first.
 */
export async function brokerCheck(client: OtrClient, mc: string): Promise<BrokerCheckOutcome> {
  const mcNumber = parseMcNumber(mc);
  if (!mcNumber) throw new TypeError("a broker check needs an MC number");
  const outcome = await client.read({
    method: "GET",
    path: `/broker-check/${mcNumber}`,
    timeoutMs: client.config.timeouts.readMs,
  });
  const checkedAt = client.now().toISOString();
  const { exchange } = outcome;
  const unknown = (why: CheckFailure, more: { afterSeconds?: number; otrText?: string } = {}) =>
    ({ decision: "unknown", why, ...more, checkedAt, exchange }) as const;

  switch (outcome.kind) {
    case "answer":
      return decided(client, outcome, checkedAt) ?? unknown(failureOf(outcome), { otrText: outcome.text });
    case "no_answer":
      return unknown(outcome.failure.cause);
    case "not_sent":
      return unknown(outcome.cause);
    case "throttled":
      return unknown("throttled", { afterSeconds: outcome.afterSeconds });
    default:
      return unknown(outcome.kind, { otrText: outcome.otrText });
  }
}

function decided(client: OtrClient, answer: OtrAnswer, checkedAt: string): BrokerCheckOutcome | undefined {
  const fields = replyFields(answer.json);
  const rawText = fields?.text("BrokerTestResult") ?? fields?.text("message") ?? null;
  const facts = {
    httpStatus: answer.status,
    responseStatus: fields?.integer("ResponseStatus") ?? null,
    noBuy: fields?.boolean("NoBuy") ?? null,
    result: fields?.text("BrokerTestResult") ?? null,
    message: fields?.text("message") ?? null,
  };
  const decision = decideBroker(facts);
  if (!decision) return undefined;
  return {
    decision,
    brokerName: client.mask(fields?.text("Name") ?? null),
    otrBrokerId: client.mask(fields?.text("id") ?? null),
    rawText: client.mask(rawText),
    noBuy: facts.noBuy,
    rawBody: client.mask(answer.body).slice(0, maxRawBody),
    checkedAt,
    exchange: answer.exchange,
  };
}

// A 404 without OTR's own ResponseStatus is a wrong address, not an unknown broker (OTR §4.2).
function failureOf({ status }: OtrAnswer): CheckFailure {
  if (status >= 500) return "server_error";
  return status === 404 ? "configuration" : "unreadable_reply";
}
