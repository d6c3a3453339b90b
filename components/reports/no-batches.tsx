import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty report: because of the filter, or because nothing was submitted yet. */
export function NoBatches({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        title="No batch fits these filters"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Search takes a batch number, or the beginning of a load, invoice or PO number.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No batches yet"
      action={
        <Button asChild variant="primary">
          <Link href="/accounting/factoring-upload">Go to Factoring Upload</Link>
        </Button>
      }
    >
      Batches appear here as soon as they are submitted to OTR Solutions.
    </EmptyState>
  );
}
