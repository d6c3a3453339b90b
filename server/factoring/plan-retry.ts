import type { BatchCandidate } from "#db/queries/batch-candidates.ts";
import type { InvoiceChange, Submission } from "#db/queries/batch-invoices.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import { batchBlockers } from "./rules/batch-blockers.ts";
import { ineligibilities } from "./rules/eligibility.ts";
import { isUnderway, type SubmissionState } from "./rules/submission-state.ts";
import type { RetryInvoiceResult } from "./schemas.ts";
import { eligibilityFacts, isComplete, type SubmittableLoad } from "./select-submittable.ts";

type Refusal = Extract<RetryInvoiceResult, { kind: "refused" }>;

/** What a retry writes, or why there is none. */
export type RetryPlan = Refusal | { kind: "retry"; change: InvoiceChange & { state: SubmissionState } };

const freshRound = {
  tries: 0,
  nextTryAt: null,
  needsReviewSince: null,
  failedStep: null,
  failureReason: null,
  failureDetail: null,
} as const;

/**
 * Where a retry goes on: an invoice that is at OTR with the step after it, a lost answer with the same body
 * again, and one that is known not to be there from the start, with what load and customer say now.
 */
export function planRetry(submission: Submission, load: BatchCandidate, reader: Membership): RetryPlan {
  const { invoice } = submission;
  if (invoice.withdrawnAt) {
    return refused("This invoice was taken back from OTR. Submit the load in a new batch.");
  }
  if (invoice.state === "accepted")
    return refused("OTR has accepted this invoice; there is nothing to retry.");
  if (isUnderway(invoice.state) && !invoice.needsReviewSince) {
    return refused("This invoice is already on its way. Wait for it to finish.");
  }
  const blocked = loginBlocker(submission, reader);
  if (blocked) return blocked;
  if (invoice.otrInvoicePkey !== null) {
    return {
      kind: "retry",
      change: { ...freshRound, ...currentDocument(submission, load), state: "invoice_created" },
    };
  }
  if (invoice.state === "unknown") return { kind: "retry", change: { ...freshRound, state: "unknown" } };
  return startAgain(submission, load);
}

function startAgain({ invoice }: Submission, load: BatchCandidate): RetryPlan {
  const [reason] = ineligibilities(eligibilityFacts(load));
  if (reason) return refused(reason.sentence, reason.fix);
  if (
    !isComplete(load) ||
    load.invoiceId !== invoice.invoiceId ||
    load.subsidiaryId !== invoice.subsidiaryId
  ) {
    return refused("The load has been invoiced anew since. Submit it in a new batch.");
  }
  if (!load.mcNumber) {
    return refused(`${load.customerName} still has no MC number. Enter it, then retry.`, {
      label: "Enter the MC number",
      href: `/customers/${load.customerId}#mc-number`,
    });
  }
  const body = { createBody: null, createBodySha256: null };
  return { kind: "retry", change: { ...freshRound, ...sentOf(load), ...body, state: "pending" } };
}

/** What is sent of a load. */
function sentOf(load: SubmittableLoad): InvoiceChange {
  return {
    invoiceId: load.invoiceId,
    customerId: load.customerId,
    loadNumber: load.loadNumber,
    invoiceNumber: load.invoiceNumber,
    invoiceDate: load.invoiceDate,
    poNumber: load.poNumber,
    mcNumber: load.mcNumber,
    amountCents: load.amountCents,
    originCity: load.originCity,
    originState: load.originState,
    destinationCity: load.destinationCity,
    destinationState: load.destinationState,
    weightLb: load.weightLb,
    miles: load.miles,
    documentId: load.documentId,
    documentSha256: load.documentSha256,
  };
}

/** Documents merged again since are what is attached; those of another invoice are not. */
function currentDocument({ invoice }: Submission, load: BatchCandidate): InvoiceChange {
  if (load.invoiceId !== invoice.invoiceId || !load.documentId || !load.documentSha256) return {};
  return { documentId: load.documentId, documentSha256: load.documentSha256 };
}

function loginBlocker({ invoice, login, usdotNumber }: Submission, reader: Membership): Refusal | undefined {
  const facts = {
    subsidiaryId: invoice.subsidiaryId,
    subsidiaryName: "The subsidiary",
    usdotNumber,
    integrationStatus: login.status,
  };
  const [blocker] = batchBlockers(facts, reader);
  return blocker && refused(blocker.sentence, blocker.fix);
}

function refused(sentence: string, fix: Refusal["fix"] = null): Refusal {
  return { kind: "refused", sentence, fix };
}
