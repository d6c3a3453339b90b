import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { Button } from "#components/ui/button.tsx";
import type { LoadId } from "#server/kernel/ids.ts";
import { InvoiceLoadButton } from "./invoice-load-button.tsx";
import { PAPER_NOTES_ID } from "./paper-notes.tsx";
import { usePapers } from "./use-papers.ts";

const MergeDialog = dynamic(() => import("./merge-dialog.tsx").then((m) => m.MergeDialog), { ssr: false });

/** The steps from Released to Queued: Invoice Load, then Merge documents (R19). */
export function PaperSteps({ loadId }: { loadId: LoadId }) {
  const papers = usePapers(loadId);
  const [asked, setAsked] = useQueryState("merge", { history: "replace" });
  const { status, invoice, mergeBlockers } = papers;
  if (status === "released" && !invoice) return <InvoiceLoadButton papers={papers} />;
  if (!invoice || (status !== "released" && status !== "queued")) return null;
  // What was sent is not merged anew; the documents below say so.
  if (mergeBlockers.some(({ reason }) => reason === "with_otr")) return null;
  const isBlocked = mergeBlockers.length > 0;
  // Queued loads wait with others under Factoring Upload; merging again is then not the way on.
  const isNext = status === "released" || papers.isPacketOutdated || invoice.packetId === null;
  return (
    <>
      <Button
        variant={isNext ? "primary" : "outline"}
        aria-disabled={isBlocked}
        aria-describedby={isBlocked ? PAPER_NOTES_ID : undefined}
        onClick={() => !isBlocked && void setAsked("documents")}
      >
        Merge documents
      </Button>
      {asked !== null && !isBlocked && <MergeDialog papers={papers} onClose={() => void setAsked(null)} />}
    </>
  );
}
