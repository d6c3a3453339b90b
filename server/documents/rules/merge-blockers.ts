import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { LOAD_STATUS_LABELS, type LoadStatus } from "#server/loads/rules/load-status.ts";
import { releaseBlockers } from "#server/loads/rules/release-blockers.ts";
import { isWithOtr, type PaperFacts } from "./document-change.ts";
import type { DocumentKind } from "./document-kind.ts";

export type MergeFacts = PaperFacts & {
  loadId: LoadId;
  /** Where the load came from when it was released: a truck not used has no POD. */
  releasedFrom: LoadStatus | undefined;
  method: InvoicingMethod | null;
  /** The invoice that counts now. */
  invoice: { hasNotice: boolean } | null;
  /** The kinds of the documents to be merged. */
  kinds: readonly DocumentKind[];
};

/** Why the documents can't be merged, and the place that mends it. */
export type MergeBlocker = {
  reason:
    | "with_otr"
    | "not_released"
    | "no_invoice"
    | "notice_not_printed"
    | "invoice_left_out"
    | "document_missing"
    | "document_gone"
    | "unreadable"
    | "too_large";
  sentence: string;
  fix: { label: string; href: string } | null;
};

const MERGED_IN: ReadonlySet<LoadStatus> = new Set(["released", "queued"]);

/** Everything that keeps a load's documents from being merged (R19), in the order in which to mend it. */
export function mergeBlockers(facts: MergeFacts): MergeBlocker[] {
  const { status, loadId, invoice, kinds, method } = facts;
  const onLoad = (label: string, anchor: string) => ({ label, href: `/loads/${loadId}#${anchor}` });
  if (isWithOtr(facts)) {
    return [
      {
        reason: "with_otr",
        sentence:
          "The invoice of this load is with OTR, and its merged document is what was sent. To send another one, revert the load first.",
        fix: onLoad("See the load's status", "status"),
      },
    ];
  }
  if (!MERGED_IN.has(status)) {
    return [
      {
        reason: "not_released",
        sentence: `The load is ${LOAD_STATUS_LABELS[status]}. Its documents are merged once it is Released and invoiced.`,
        fix: onLoad("See the load's status", "status"),
      },
    ];
  }
  const blockers: MergeBlocker[] = [];
  if (!invoice) {
    blockers.push({
      reason: "no_invoice",
      sentence: "The load has no invoice yet. Press Invoice Load first.",
      fix: onLoad("Invoice it", "documents"),
    });
  } else if (method === "factoring" && !invoice.hasNotice) {
    blockers.push({
      reason: "notice_not_printed",
      sentence:
        "This invoice carries no Notice of Assignment, so it can't go to the factor. Revert the load, which voids the invoice, and invoice it again.",
      fix: onLoad("See the load's status", "status"),
    });
  } else if (!kinds.includes("invoice")) {
    blockers.push({
      reason: "invoice_left_out",
      sentence: "The invoice must be in the merged document. Reload the page and merge again.",
      fix: null,
    });
  }
  const missing = releaseBlockers({ loadId, status: facts.releasedFrom ?? "delivered", documents: kinds });
  return [
    ...blockers,
    ...missing.map(({ sentence, fix }) => ({ reason: "document_missing" as const, sentence, fix })),
  ];
}
