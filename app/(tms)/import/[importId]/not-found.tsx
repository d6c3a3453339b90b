import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";

export default function ImportNotFound() {
  return (
    <EmptyState
      wholePage
      title="There is no such import"
      action={
        <Button asChild>
          <Link href="/import">Open the imports</Link>
        </Button>
      }
    >
      The link is incomplete, or the import belongs to another company.
    </EmptyState>
  );
}
