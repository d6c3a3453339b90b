import { type CreditDecision, type CreditIcon, type CreditTrigger, creditIcon } from "./credit-decision.ts";

/** What OTR said of a broker, as shown. `at` is an ISO instant; null while OTR has said nothing. */
export type CreditMark = {
  icon: CreditIcon;
  at: string | null;
  trigger: CreditTrigger | null;
  /** OTR's own words, and its name for the broker. */
  words: string | null;
  broker: string | null;
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

/** The mark of a standing, as the browser gets it (R12). */
export function creditMark(standing: Standing): CreditMark {
  return {
    icon: creditIcon(standing.decision),
    at: standing.decidedAt?.toISOString() ?? null,
    trigger: standing.checkTrigger,
    words: standing.otrText,
    broker: standing.otrBrokerName,
    stale: standing.staleReason,
  };
}
