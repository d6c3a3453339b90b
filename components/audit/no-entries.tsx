import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty audit: because of the filter, or because nothing happened yet. */
export function NoEntries({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <EmptyState title="Nothing was recorded yet">
        Each change, sign-in, download and call to OTR appears here as it happens.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No entry fits these filters" action={<Button onClick={onClear}>Clear filters</Button>}>
      Search takes a whole load, invoice, PO or batch number, or words of a customer's name.
    </EmptyState>
  );
}
