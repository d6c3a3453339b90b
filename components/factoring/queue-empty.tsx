import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** Why the queue is empty: nothing matches, or nothing is there, and then what brings a load here. */
export function QueueEmpty({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (narrowed) {
    return (
      <EmptyState title="No invoice matches" action={<Button onClick={onClear}>Show all invoices</Button>}>
        Nothing in this queue fits the search and filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing to submit">
      A load appears here once it is Queued, its documents are merged and its customer is invoiced through
      factoring for this subsidiary.
    </EmptyState>
  );
}
