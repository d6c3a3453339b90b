import { SUBMISSION_MEANINGS } from "#components/factoring/submission-meanings.ts";
import { type Meaning, StatusChip } from "#components/ui/status-chip.tsx";
import { type PurchaseClass, purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import { SUBMISSION_STATE_LABELS } from "#server/factoring/rules/submission-state.ts";
import { purchaseAdvice } from "#server/reports/rules/purchase-advice.ts";
import type { InvoiceRow } from "#server/reports/schemas.ts";

/** How far our submission of the invoice came. */
export function SubmissionChip({ invoice: { state, needsReview, withdrawn } }: { invoice: InvoiceRow }) {
  if (withdrawn) return <StatusChip meaning="pending">Taken back</StatusChip>;
  const label = needsReview ? "Answer lost" : SUBMISSION_STATE_LABELS[state];
  return (
    <StatusChip meaning={SUBMISSION_MEANINGS[state]} title={label}>
      {label}
    </StatusChip>
  );
}

const PURCHASE_MEANINGS = {
  in_progress: "pending",
  funded: "done",
  attention: "attention",
  final_unpaid: "failed",
  unknown: "pending",
} as const satisfies Record<PurchaseClass, Meaning>;

/** OTR's status as last read, an unknown code as it is (R32); a dash before OTR was read once. */
export function PurchaseChip({
  invoice: { purchaseCode, purchaseRaw },
}: {
  invoice: Pick<InvoiceRow, "purchaseCode" | "purchaseRaw">;
}) {
  if (purchaseCode === null) return <Unread raw={purchaseRaw} />;
  const { label, class: purchaseClass } = purchaseStatus(purchaseCode);
  return (
    <StatusChip meaning={PURCHASE_MEANINGS[purchaseClass]} title={purchaseAdvice(purchaseCode).happened}>
      {label}
    </StatusChip>
  );
}

function Unread({ raw }: { raw: string | null }) {
  if (raw) return <StatusChip meaning="pending">Status “{raw}”</StatusChip>;
  return (
    <span className="text-muted-foreground" title="OTR was not read yet">
      —<span className="sr-only">OTR was not read yet</span>
    </span>
  );
}
