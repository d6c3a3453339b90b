import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageApart } from "#components/layout/page-apart.tsx";
import { Button } from "#components/ui/button.tsx";

export const metadata: Metadata = { title: "No such page" };

export default function NoSuchPage() {
  return (
    <PageApart>
      <EmptyState
        wholePage
        title="There is no such page"
        action={
          <Button asChild>
            <Link href="/">Go to Home</Link>
          </Button>
        }
      >
        The address is mistyped, or the page has moved.
      </EmptyState>
    </PageApart>
  );
}
