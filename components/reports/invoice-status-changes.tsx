import { StatusChip } from "#components/ui/status-chip.tsx";
import { purchaseStatus } from "#server/factoring/rules/purchase-status.ts";
import type { StatusChangeEntry } from "#server/reports/schemas.ts";
import { checkedByWords } from "./checked-by.tsx";
import { PurchaseChip } from "./invoice-chips.tsx";
import { When } from "./when.tsx";

/** How OTR's status of the invoice went, oldest first, each with the sync that saw it. */
export function InvoiceStatusChanges({ changes }: { changes: StatusChangeEntry[] }) {
  return (
    <section aria-label="OTR status changes">
      <h3 className="mb-1 font-medium text-sm">OTR status</h3>
      {changes.length === 0 ? (
        <p className="text-muted-foreground text-sm">No sync has read a status from OTR yet.</p>
      ) : (
        <ol className="grid gap-1 text-sm">
          {changes.map((change) => (
            <li key={change.id} className="flex flex-wrap items-center gap-2">
              <When at={change.at} />
              {change.fromCode !== null && (
                <StatusChip meaning="pending">{purchaseStatus(change.fromCode).label}</StatusChip>
              )}
              {change.fromCode !== null && <span aria-hidden>→</span>}
              <PurchaseChip invoice={{ purchaseCode: change.toCode, purchaseRaw: null }} />
              <span className="text-muted-foreground">seen by {checkedByWords(change)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
