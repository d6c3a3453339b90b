import { type CreditDecision, type CreditIcon, type CreditTrigger, creditIcon } from "./credit-decision.ts";

/** What OTR said of a broker, as shown. `at` is an ISO instant; null while OTR has said nothing. */
export type CreditMark = {
  icon: CreditIcon;
  at: string | null;
  trigger: CreditTrigger | null;
  /** OTR's own words, and its name for the broker. */
  words: string | null;
  broker: string | null;
  /** What the decision means, where its icon doesn't say it. */
  reason: string | null;
  /** Why the last look-up brought nothing new. */
  stale: string | null;
};

/** A broker's standing as it is stored; all null where there is none. */
type Standing = {
  decision: CreditDecision | null;
  decidedAt: Date | null;
  checkTrigger: CreditTrigger | null;
  otrText: string | null;
  otrBrokerName: string | null;
  staleReason: string | null;
};

const REASONS = {
  approved: null,
  call_credit: "Contact OTR Solutions about this broker.",
  not_approved: null,
  no_buy: "OTR does not buy invoices on this broker.",
  not_found: "OTR knows no broker with this MC number.",
} as const satisfies Record<CreditDecision, string | null>;

/** The meaning of a decision in a sentence; null where the icon's word says it all. */
export function creditReason(decision: CreditDecision): string | null {
  return REASONS[decision];
}

/** The mark of a standing, as the browser gets it (R12). The trigger is that of the decision. */
export function creditMark(standing: Standing): CreditMark {
  const { decision, decidedAt } = standing;
  return {
    icon: creditIcon(decision),
    at: decidedAt?.toISOString() ?? null,
    trigger: decidedAt ? standing.checkTrigger : null,
    words: standing.otrText,
    broker: standing.otrBrokerName,
    reason: decision && creditReason(decision),
    stale: standing.staleReason,
  };
}
