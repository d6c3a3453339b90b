import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

export default function CustomerNotFound() {
  return (
    <EmptyState
      wholePage
      title="There is no such customer"
      action={
        <Button asChild>
          <Link href="/customers">Open the customers</Link>
        </Button>
      }
    >
      The link is incomplete, or the customer belongs to another company.
    </EmptyState>
  );
}
