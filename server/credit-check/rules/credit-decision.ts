/** What OTR said of a broker, as kept (OTR §4.3). */
export const CREDIT_DECISIONS = ["approved", "call_credit", "not_approved", "no_buy", "not_found"] as const;

export type CreditDecision = (typeof CREDIT_DECISIONS)[number];

/** The two occasions on which a broker is checked by itself (R15). */
export const AUTOMATIC_TRIGGERS = ["load_created", "load_queued"] as const;

export type AutomaticTrigger = (typeof AUTOMATIC_TRIGGERS)[number];

export const CREDIT_TRIGGERS = [...AUTOMATIC_TRIGGERS, "manual"] as const;

export type CreditTrigger = (typeof CREDIT_TRIGGERS)[number];

/** The four icons (R12). A broker that was checked is never grey. */
export type CreditIcon = "approved" | "not_approved" | "call_credit" | "none";

const ICONS = {
  approved: "approved",
  call_credit: "call_credit",
  not_approved: "not_approved",
  no_buy: "not_approved",
  not_found: "not_approved",
} as const satisfies Record<CreditDecision, CreditIcon>;

/** The icon of a decision; no decision yet is the grey one. */
export function creditIcon(decision: CreditDecision | null): CreditIcon {
  return decision === null ? "none" : ICONS[decision];
}

export const CREDIT_ICON_LABELS = {
  approved: "Approved",
  not_approved: "Not Approved",
  call_credit: "Call Credit",
  none: "No credit check yet",
} as const satisfies Record<CreditIcon, string>;
