import type { CreditTrigger } from "#server/credit-check/rules/credit-decision.ts";

/** What brought a check about, to follow "Checked …". */
export const TRIGGER_WORDS = {
  load_created: "when a load was created",
  load_queued: "when a load was queued",
  manual: "by hand",
} as const satisfies Record<CreditTrigger, string>;
