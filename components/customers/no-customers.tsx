import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

/** An empty list: because of the search, or because the company has no customers yet. */
export function NoCustomers({ search, onClear }: { search: string; onClear: () => void }) {
  if (search) {
    return (
      <EmptyState title="No customer fits" action={<Button onClick={onClear}>Show all customers</Button>}>
        Nothing matches “{search}”. Search takes a part of a name or city, or a whole MC number.
      </EmptyState>
    );
  }
  return <EmptyState title="No customers yet">Your company has no brokers or shippers on file.</EmptyState>;
}
