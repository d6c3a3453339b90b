import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { BatchId, CustomerId, LoadId } from "#server/kernel/ids.ts";
import type { Cents } from "#server/kernel/money.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";

/** Why a load can't go to the factor now (R22, R27). A missing MC number is none: that invoice fails alone (R25). */
export const INELIGIBILITIES = [
  "not_queued",
  "not_factoring",
  "not_merged",
  "live_submission",
  "at_otr_without_document",
  "po_missing",
  "lane_missing",
  "amount_not_positive",
] as const;

export type Ineligibility = (typeof INELIGIBILITIES)[number];

/** The submission of a load that is underway, accepted or exists at OTR. */
export type LiveSubmission = {
  batchId: BatchId;
  batchNumber: number;
  submittedByName: string;
  /** True when the submission failed after OTR had taken the invoice: only its document is missing. */
  failedAtOtr: boolean;
};

/** What the rule needs to know of a load. `amountCents` is the invoice's; null when there is no invoice. */
export type EligibilityFacts = {
  loadId: LoadId;
  customerId: CustomerId;
  loadStatus: LoadStatus;
  invoicingMethod: InvoicingMethod | null;
  hasPacket: boolean;
  poNumber: string;
  originCity: string;
  originState: string;
  destinationCity: string;
  destinationState: string;
  amountCents: Cents | null;
  live: LiveSubmission | null;
};

/** One reason, as a sentence and the page that mends it. */
export type IneligibilityReason = {
  reason: Ineligibility;
  sentence: string;
  fix: { label: string; href: string };
};

type Check = {
  holds: (facts: EligibilityFacts) => boolean;
  sentence: (facts: EligibilityFacts) => string;
  fix: (facts: EligibilityFacts) => { label: string; href: string };
};

const loadFix = (label: string, anchor: string) => (facts: EligibilityFacts) => ({
  label,
  href: `/loads/${facts.loadId}#${anchor}`,
});

const batchFix = (label: string) => (facts: EligibilityFacts) => ({
  label,
  href: facts.live ? `/reports/factoring/${facts.live.batchId}` : "/reports/factoring",
});

const CHECKS = {
  not_queued: {
    holds: (facts) => facts.loadStatus !== "queued",
    sentence: (facts) =>
      `The load is ${LOAD_STATUS_LABELS[facts.loadStatus]}, not Queued. Invoice it and merge its documents first.`,
    fix: loadFix("Open the load", "status"),
  },
  not_factoring: {
    holds: (facts) => facts.invoicingMethod !== "factoring",
    sentence: () =>
      "The customer is not invoiced through factoring for this subsidiary. Set its invoicing method to Factoring.",
    fix: (facts) => ({
      label: "Set the invoicing method",
      href: `/customers/${facts.customerId}#invoicing-methods`,
    }),
  },
  not_merged: {
    holds: (facts) => !facts.hasPacket,
    sentence: () => "The documents are not merged, so there is nothing to send. Merge them on the load.",
    fix: loadFix("Merge documents", "documents"),
  },
  live_submission: {
    holds: (facts) => facts.live !== null && !facts.live.failedAtOtr,
    sentence: ({ live }) =>
      `The load is already submitted, in batch ${live?.batchNumber} by ${live?.submittedByName}. It can't be sent twice.`,
    fix: batchFix("Open the batch"),
  },
  at_otr_without_document: {
    holds: (facts) => facts.live?.failedAtOtr === true,
    sentence: ({ live }) =>
      `OTR already has this invoice from batch ${live?.batchNumber}, but it is not complete. Press Retry there; don't submit it again.`,
    fix: batchFix("Retry in its batch"),
  },
  po_missing: {
    holds: (facts) => facts.poNumber.trim() === "",
    sentence: () => "The load has no PO number, and OTR takes no invoice without one. Enter it on the load.",
    fix: loadFix("Enter the PO number", "po-number"),
  },
  lane_missing: {
    holds: (facts) =>
      [facts.originCity, facts.originState, facts.destinationCity, facts.destinationState].some(
        (part) => part.trim() === "",
      ),
    sentence: () => "The lane is incomplete: OTR needs city and state of both ends. Complete it on the load.",
    fix: loadFix("Complete the lane", "lane"),
  },
  amount_not_positive: {
    holds: (facts) => facts.amountCents !== null && facts.amountCents <= 0,
    sentence: () => "The invoice comes to $0.00 or less. Correct the load's charges and invoice it again.",
    fix: loadFix("Correct the charges", "charges"),
  },
} as const satisfies Record<Ineligibility, Check>;

/** Every reason that keeps a load out of a batch, in the order in which to mend them; empty: it may go. */
export function ineligibilities(facts: EligibilityFacts): IneligibilityReason[] {
  return INELIGIBILITIES.filter((reason) => CHECKS[reason].holds(facts)).map((reason) => ({
    reason,
    sentence: CHECKS[reason].sentence(facts),
    fix: CHECKS[reason].fix(facts),
  }));
}
