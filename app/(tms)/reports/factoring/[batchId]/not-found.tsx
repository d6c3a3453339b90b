import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

export default function BatchNotFound() {
  return (
    <EmptyState
      wholePage
      title="There is no such batch"
      action={
        <Button asChild>
          <Link href="/reports/factoring">Open the factoring report</Link>
        </Button>
      }
    >
      The link is incomplete, or the batch belongs to another company.
    </EmptyState>
  );
}
