import { type Meaning, StatusChip } from "#components/ui/status-chip.tsx";
import type { BatchRow } from "#server/reports/schemas.ts";

/** How a batch stands, exceptions first: what needs a person, what is underway, what is done. */
export function BatchStateChip({ batch }: { batch: BatchRow }) {
  const { meaning, words } = stateOf(batch);
  return <StatusChip meaning={meaning}>{words}</StatusChip>;
}

function stateOf(batch: BatchRow): { meaning: Meaning; words: string } {
  if (batch.needsYou > 0)
    return { meaning: "attention", words: `${batch.needsYou} need${batch.needsYou === 1 ? "s" : ""} you` };
  if (batch.underway > 0) return { meaning: "pending", words: `Sending ${batch.underway}` };
  if (batch.syncing) return { meaning: "pending", words: "Syncing" };
  if (batch.open > 0) return { meaning: "pending", words: `${batch.open} open` };
  if (batch.financed > 0) return { meaning: "done", words: "Financed" };
  return { meaning: "pending", words: "Closed" };
}
