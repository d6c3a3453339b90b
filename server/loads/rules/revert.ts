import type { SubmissionState } from "#server/factoring/rules/submission-state.ts";
import { withdrawalRefusal } from "#server/factoring/rules/withdrawal.ts";
import { LOAD_STATUS_LABELS, LOAD_STATUSES, LOAD_TRANSITIONS, type LoadStatus } from "./load-status.ts";

/** The submission of a load that is underway, accepted or exists at OTR. */
export type RevertedSubmission = { state: SubmissionState; needsReview: boolean; isFunded: boolean };

export type RevertFacts = {
  status: LoadStatus;
  /** Where the history says the load came from into this status. */
  cameFrom: LoadStatus | null;
  live: RevertedSubmission | null;
  hasInvoice: boolean;
  /** Taking an invoice back from OTR is the work of those who submit them. */
  mayBill: boolean;
};

/** One status a load can go back to, and what that does. */
export type RevertTarget = {
  to: LoadStatus;
  sentence: string;
  voidsInvoice: boolean;
  /** Takes the invoice back from OTR, which needs a reason. */
  withdraws: boolean;
};

export type RevertPlan = { targets: RevertTarget[]; refusal: string | null };

/** Where a load can go back to (R17), nearest first; with none, `refusal` says why and what to do instead. */
export function revertPlan(facts: RevertFacts): RevertPlan {
  const { status, live, mayBill } = facts;
  if (status === "open") return refused("The load is Open, the first step. To give it up, cancel it.");
  if (live?.isFunded || status === "financed" || status === "completed") {
    return refused(
      "OTR has funded this load, so it can't be reverted here. Talk to OTR Solutions about a buy-back or a correction.",
    );
  }
  const refusal = live && withdrawalRefusal(live);
  if (refusal) return refused(refusal);
  if (live && !mayBill) {
    return refused(
      "OTR has the invoice of this load. Taking it back needs the “Billing” permission; ask somebody who has it.",
    );
  }
  const steps = status === "invoiced" ? (["queued", "released"] as const) : [stepBefore(facts)];
  return { targets: steps.map((to) => targetOf(to, facts)), refusal: null };
}

/** The statuses in which a load has no invoice, so that going back to one of them voids it. */
const BEFORE_INVOICE: ReadonlySet<LoadStatus> = new Set([
  "open",
  "dispatched",
  "in_transit",
  "delivered",
  "released",
  "tonu",
  "cancelled",
]);

function targetOf(to: LoadStatus, { live, hasInvoice }: RevertFacts): RevertTarget {
  const voidsInvoice = hasInvoice && BEFORE_INVOICE.has(to);
  const withdraws = live !== null;
  const parts = [
    `The load is ${LOAD_STATUS_LABELS[to]} again.`,
    withdraws && "Lading stops counting on OTR for its invoice; tell OTR Solutions that you take it back.",
    voidsInvoice && "Its invoice and merged document become void, so that the load can be corrected.",
    hasInvoice && !voidsInvoice && "Its invoice and merged document stay and can be submitted again.",
  ];
  return { to, sentence: parts.filter((part) => part !== false).join(" "), voidsInvoice, withdraws };
}

/** One step back. Where two ways lead to a status, the history tells which was taken. */
function stepBefore({ status, cameFrom }: RevertFacts): LoadStatus {
  const sources = sourcesOf(status);
  return sources.find((source) => source === cameFrom) ?? sources[0] ?? "open";
}

/** The statuses from which the life cycle leads to this one, in its order. */
function sourcesOf(status: LoadStatus): LoadStatus[] {
  return LOAD_STATUSES.filter((source) => {
    const leads: readonly LoadStatus[] = LOAD_TRANSITIONS[source];
    return leads.includes(status);
  });
}

/** Where the history, newest change first, says that a load came from into its status; null where it doesn't say. */
export function cameFrom(
  status: LoadStatus,
  history: readonly { from: LoadStatus | null; to: LoadStatus }[],
): LoadStatus | null {
  const sources = sourcesOf(status);
  const change = history.find(({ from, to }) => to === status && from !== null && sources.includes(from));
  return change?.from ?? null;
}

/** True for a reason that tells those who read the history something. */
export function isReason(text: string): boolean {
  return text.trim().length >= 8 && text.trim().split(/\s+/).length >= 2;
}

export const REASON_WANTED =
  "Say in a few words why the invoice is taken back, for example “Broker pays us directly”. Nothing was changed.";

function refused(refusal: string): RevertPlan {
  return { targets: [], refusal };
}
