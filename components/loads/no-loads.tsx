import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty list: because of what narrows it, or because the company has no loads yet. */
export function NoLoads({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  if (narrowed) {
    return (
      <EmptyState title="No load matches" action={<Button onClick={onClear}>Show all loads</Button>}>
        Search takes the beginning of a load or PO number, a part of the customer's name, or its MC number.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No loads yet"
      action={
        <span className="flex gap-2">
          <Button asChild variant="primary">
            <Link href="/loads/new">New load</Link>
          </Button>
          <Button asChild>
            <Link href="/import?kind=loads">Import</Link>
          </Button>
        </span>
      }
    >
      Enter the first one, or bring in those of another system as a CSV file.
    </EmptyState>
  );
}
