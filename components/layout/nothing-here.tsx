import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "./empty-state.tsx";

type NothingHereProps = { kind: string; href: string; wayOn: string };

/** The page of an id that the company doesn't have: mistyped, or somebody else's. */
export function NothingHere({ kind, href, wayOn }: NothingHereProps) {
  return (
    <EmptyState
      wholePage
      title={`There is no such ${kind}`}
      action={
        <Button asChild>
          <Link href={href}>{wayOn}</Link>
        </Button>
      }
    >
      The link is incomplete, or the {kind} belongs to another company.
    </EmptyState>
  );
}
