/** OTR's verdict on a broker. `no_buy` and `not_found` show as Not Approved with their reason (R12). */
export type BrokerDecision = "approved" | "call_credit" | "not_approved" | "no_buy" | "not_found";

/** What a broker-check answer said; null where it said nothing. `message` is the older version's only field. */
export type BrokerFacts = {
  httpStatus: number;
  responseStatus: number | null;
  noBuy: boolean | null;
  result: string | null;
  message: string | null;
};

const refusals = /NOTAPPROVED|DECLINED|DENIED/;

/**
 * Reads a broker-check answer top-down as OTR §4.3 lays out: an unknown broker, then `NoBuy`, then refusing
 * words ("NOT APPROVED" before "APPROVED"), then approval; every other text asks for a call. Undefined when the
 * answer says nothing about the broker.
 */
export function decideBroker(facts: BrokerFacts): BrokerDecision | undefined {
  const { httpStatus, responseStatus, noBuy } = facts;
  if (httpStatus === 402) return "not_approved";
  if (httpStatus === 404 || httpStatus === 200) {
    if (responseStatus === 404) return "not_found";
  }
  if (httpStatus !== 200) return undefined;
  if (noBuy === true) return "no_buy";
  const words = lettersOf(facts.result ?? facts.message);
  if (words === "") return undefined;
  if (refusals.test(words)) return "not_approved";
  // Only the older answer may lack NoBuy; from this version a missing one proves nothing.
  if (noBuy === null && facts.result !== null) return undefined;
  return words === "APPROVED" ? "approved" : "call_credit";
}

function lettersOf(text: string | null): string {
  return (text ?? "").toUpperCase().replace(/[^A-Z]/g, "");
}
