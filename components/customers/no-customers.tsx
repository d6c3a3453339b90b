import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty list: because of the search, or because the company has no customers yet. */
export function NoCustomers({ search, onClear }: { search: string; onClear: () => void }) {
  if (search) {
    return (
      <EmptyState title="No customer fits" action={<Button onClick={onClear}>Show all customers</Button>}>
        Nothing matches “{search}”. Search takes the beginnings of words of a name or city, or of an MC
        number.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No customers yet"
      action={
        <Button asChild variant="primary">
          <Link href="/customers/new">Add the first customer</Link>
        </Button>
      }
    >
      Your company has no brokers or shippers on file.
    </EmptyState>
  );
}
