import type { CreditDecision } from "#server/credit-check/rules/credit-decision.ts";
import type { CreditStory } from "./brokers.ts";

/** How OTR answers about a broker, and what the answer comes to (OTR §4). */
export const CREDIT_ANSWERS = {
  approved: { result: "Approved", noBuy: false, decision: "approved" },
  call_credit: { result: "Call Credit", noBuy: false, decision: "call_credit" },
  contradictory: { result: "NoBuy", noBuy: false, decision: "call_credit" },
  no_buy: { result: "NoBuy", noBuy: true, decision: "no_buy" },
  barred_call_credit: { result: "Call Credit", noBuy: true, decision: "no_buy" },
  unchecked: { result: "Approved", noBuy: false, decision: "approved" },
} as const satisfies Record<
  Exclude<CreditStory, "unknown">,
  { result: string; noBuy: boolean; decision: CreditDecision }
>;

export const UNREACHABLE = "OTR did not answer within 20 seconds.";
