import Link from "next/link";
import { Alert } from "#components/ui/alert.tsx";
import { releaseNeeds } from "#server/loads/rules/release-blockers.ts";
import type { LoadDetails, MoveLoadResult } from "#server/loads/schemas.ts";

type LoadNotesProps = {
  load: LoadDetails;
  refused: Extract<MoveLoadResult, { kind: "refused" }> | undefined;
};

export const LOAD_NOTES_ID = "load-notes";

/** What keeps the load from its next step, with the way to mend it. */
export function LoadNotes({ load, refused }: LoadNotesProps) {
  const { releaseBlockers: blockers, revert, status } = load;
  // Where the load can't go back, whoever wants to correct it reads whom to ask.
  const noWayBack = status === "open" ? null : revert.refusal;
  return (
    <div id={LOAD_NOTES_ID} className="grid gap-2 empty:hidden">
      {refused && <Alert meaning="failed">{refused.sentence}</Alert>}
      {blockers.length > 0 && (
        <Alert role="status">
          <span>{releaseNeeds(status)}</span>
          {blockers.map(({ reason, fix }) => (
            <Link key={reason} href={fix.href} className="text-link underline underline-offset-4">
              {fix.label}
            </Link>
          ))}
        </Alert>
      )}
      {noWayBack && <p className="text-muted-foreground text-sm">{noWayBack}</p>}
    </div>
  );
}
