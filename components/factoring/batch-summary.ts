import type { RunningBatch } from "./dto.ts";

const PARTS = [
  ["accepted", "accepted"],
  ["failed", "failed"],
  ["checking", "answer lost, checking"],
  ["attached", "document attached"],
  ["created", "invoice created"],
  ["waiting", "waiting"],
] as const satisfies [keyof RunningBatch, string][];

/** Where a batch's invoices stand, in a line: "18 of 24 accepted, 2 failed, 4 waiting". */
export function batchSummary(batch: RunningBatch): string {
  if (batch.accepted === batch.invoiceCount) {
    return batch.invoiceCount === 1
      ? "The invoice is accepted"
      : `All ${batch.invoiceCount} invoices accepted`;
  }
  const [, ...rest] = PARTS;
  const others = rest.filter(([count]) => batch[count] > 0).map(([count, word]) => `${batch[count]} ${word}`);
  return [`${batch.accepted} of ${batch.invoiceCount} accepted`, ...others].join(", ");
}
