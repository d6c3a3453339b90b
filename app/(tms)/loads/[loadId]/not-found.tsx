import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

export default function LoadNotFound() {
  return (
    <EmptyState
      wholePage
      title="There is no such load"
      action={
        <Button asChild>
          <Link href="/loads">Open the loads</Link>
        </Button>
      }
    >
      The link is incomplete, or the load belongs to another company.
    </EmptyState>
  );
}
