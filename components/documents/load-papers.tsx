import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { mergeOrder } from "#server/documents/rules/merge-order.ts";
import type { LoadPapers as Papers } from "#server/documents/schemas.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { PaperRow } from "./paper-row.tsx";
import { UploadArea } from "./upload-area.tsx";
import { usePaperChanges, usePapers } from "./use-papers.ts";

const PaperViewer = dynamic(() => import("./paper-viewer.tsx").then((m) => m.PaperViewer), { ssr: false });

/** The documents of a load: to look at, to add to, to sort out; the merged one is what goes to the factor (R20). */
export function LoadPapers({ loadId }: { loadId: LoadId }) {
  const trpc = useTRPC();
  useLive(["load", "queue", "batch"], [trpc.documents.pathKey()]);
  const papers = usePapers(loadId);
  const { refusal, removed, isPending, setKind, remove, putBack } = usePaperChanges();
  const [shown, setShown] = useQueryState("document", { history: "replace" });
  const packets = papers.documents.filter(({ kind }) => kind === "packet");
  const documents = [...packets, ...mergeOrder(papers.documents)];
  return (
    <Section id="documents" title="Documents" about={aboutOf(papers)}>
      {refusal && <Alert meaning="failed">{refusal}</Alert>}
      {removed && (
        <Alert meaning="pending" role="status">
          <span className="min-w-0 truncate">“{removed.fileName}” was removed.</span>
          <Button variant="link" size="inline" onClick={() => putBack(removed)}>
            Put it back
          </Button>
        </Alert>
      )}
      {documents.length === 0 && (
        <p className="text-muted-foreground text-sm">
          No documents yet. A load needs its rate confirmation and POD before it can be released.
        </p>
      )}
      <ul aria-label="Documents" className="rounded-md border bg-card empty:hidden">
        {documents.map((paper) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            busy={isPending}
            onOpen={() => void setShown(paper.id)}
            onKind={(kind) => setKind(paper, kind)}
            onRemove={() => remove(paper)}
          />
        ))}
      </ul>
      <UploadArea loadId={loadId} />
      {documents.some(({ id }) => id === shown) && (
        <PaperViewer
          papers={documents}
          shown={shown}
          onShow={(id) => void setShown(id)}
          onClose={() => void setShown(null)}
        />
      )}
    </Section>
  );
}

function aboutOf({ invoice, documents }: Papers): string {
  const locked = documents.find(
    ({ kind, locked }) => kind !== "invoice" && kind !== "packet" && locked,
  )?.locked;
  if (locked) return locked;
  if (!invoice) return "Rate confirmation and POD are merged with the invoice once the load is invoiced.";
  if (invoice.packetId) return "The merged document is exactly what goes to the factor.";
  return "Invoice, rate confirmation and POD are not merged yet, so this load can't be submitted.";
}
