import type { LoginTrouble } from "#server/integrations/rules/login-trouble.ts";
import type { NotSent, Refusal } from "#server/otr/refusals.ts";
import type { FailureReason } from "../rules/failure-reasons.ts";

/** What a call's outcome means for the invoice. */
export type Effect =
  | { kind: "created"; otrInvoicePkey: number; otrBrokerName: string | null; adopted: boolean }
  | { kind: "confirmed" }
  | { kind: "attached" }
  /** OTR's last word on this invoice: it won't change by trying again. */
  | { kind: "failed"; reason: FailureReason; detail: string | null }
  /** Not to be gone on with now, which says nothing about whether OTR has the invoice. */
  | { kind: "held"; reason: FailureReason; detail: string | null; trouble: LoginTrouble | null }
  /** Sent, and nobody knows what became of it. */
  | { kind: "lost"; detail: string | null }
  /** Never reached OTR. */
  | { kind: "not_sent"; detail: string | null }
  | { kind: "throttled"; seconds: number };

/** The effect of the answers that mean the same for every call. */
export function commonEffect(outcome: Refusal | NotSent): Effect {
  switch (outcome.kind) {
    case "throttled":
      return { kind: "throttled", seconds: outcome.afterSeconds };
    case "not_sent":
      return { kind: "not_sent", detail: null };
    case "credentials_rejected":
      return held("credentials_rejected", "credentials_rejected", outcome.otrText);
    case "not_enabled":
      return held("login_not_enabled", "not_enabled", outcome.otrText);
    case "configuration":
      return held("otr_configuration", "configuration", outcome.otrText);
  }
}

function held(reason: FailureReason, trouble: LoginTrouble, otrText: string | undefined): Effect {
  return { kind: "held", reason, trouble, detail: otrText ?? null };
}
