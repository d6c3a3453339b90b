import { useQueryState } from "nuqs";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import { Blockers } from "./blockers.tsx";
import { usePapers } from "./use-papers.ts";

export const PAPER_NOTES_ID = "paper-notes";

/** What keeps a Released or Queued load from its invoice or its merge, and whether what was merged still holds. */
export function PaperNotes({ loadId }: { loadId: LoadId }) {
  const { status, invoice, invoiceBlockers, mergeBlockers, isPacketOutdated } = usePapers(loadId);
  const [, setAsked] = useQueryState("merge", { history: "replace" });
  const isHere = status === "released" || status === "queued";
  const blockers = invoice ? mergeBlockers : invoiceBlockers;
  return (
    <div id={PAPER_NOTES_ID} className="grid gap-2 empty:hidden">
      {isHere && <Blockers blockers={blockers.filter(({ reason }) => reason !== "with_otr")} />}
      {isPacketOutdated && status === "queued" && mergeBlockers.length === 0 && (
        <Alert role="status">
          <span className="min-w-0 flex-1">
            Documents were added or removed after the merge, so they are not in what goes to the factor.
          </span>
          <Button variant="link" size="inline" onClick={() => void setAsked("documents")}>
            Merge them again
          </Button>
        </Alert>
      )}
    </div>
  );
}
