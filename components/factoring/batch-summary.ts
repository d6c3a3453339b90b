import type { RunningBatch } from "./dto.ts";

const PARTS = [
  ["failed", "failed"],
  ["checking", "with the answer lost, checking"],
  ["attached", "with the document attached"],
  ["created", "created at OTR"],
  ["waiting", "waiting"],
] as const satisfies [keyof RunningBatch, string][];

/** Where a batch's invoices stand, in a line: "18 of 24 accepted, 2 failed, 4 waiting". */
export function batchSummary(batch: RunningBatch): string {
  if (batch.accepted === batch.invoiceCount) {
    return batch.invoiceCount === 1
      ? "The invoice is accepted"
      : `All ${batch.invoiceCount} invoices accepted`;
  }
  const others = PARTS.filter(([count]) => batch[count] > 0).map(
    ([count, word]) => `${batch[count]} ${word}`,
  );
  return [`${batch.accepted} of ${batch.invoiceCount} accepted`, ...others].join(", ");
}
