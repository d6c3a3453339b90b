"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { formatBytes } from "#server/documents/rules/document-limits.ts";
import { expectedBytes, packetWarning } from "#server/documents/rules/packet-warning.ts";
import type { LoadPapers } from "#server/documents/schemas.ts";
import type { DocumentId } from "#server/kernel/ids.ts";
import { Blockers } from "./blockers.tsx";
import { MergeRow } from "./merge-row.tsx";
import { useMergeOrder } from "./use-merge-order.ts";
import { useRefreshLoad } from "./use-papers.ts";

type MergeDialogProps = { papers: LoadPapers; onClose: () => void };

/** Asks which documents become the one that goes to the factor, and in which order (R19). */
export function MergeDialog({ papers, onClose }: MergeDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshLoad();
  const { list, rows, spoken, place, isIn, toggle, move } = useMergeOrder(papers.documents);
  const [dragged, setDragged] = useState<DocumentId>();
  const merge = useMutation(
    trpc.documents.merge.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "merged" && result.warning === null) onClose();
      },
      onSettled: refresh,
    }),
  );
  const chosen = rows.filter(isIn);
  const result = merge.data;
  const start = () => {
    if (!merge.isPending) merge.mutate({ loadId: papers.loadId, documentIds: chosen.map(({ id }) => id) });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-xl">
        <DialogTitle>Merge documents</DialogTitle>
        {result?.kind === "merged" ? (
          <Merged warning={result.warning} onClose={onClose} />
        ) : (
          <>
            <DialogDescription>
              {papers.status === "queued"
                ? "The new merged document takes the place of the earlier one and is what goes to the factor."
                : "They become one PDF in this order, which is what goes to the factor. The load becomes Queued."}
            </DialogDescription>
            <ol ref={list} aria-label="Order of the merged document" className="rounded-md border bg-card">
              {rows.map((paper, index) => (
                <MergeRow
                  key={paper.id}
                  paper={paper}
                  index={index}
                  count={rows.length}
                  isIn={isIn(paper)}
                  isDragged={dragged === paper.id}
                  onToggle={() => toggle(paper)}
                  onMove={(direction) => move(paper, direction)}
                  onDragStart={() => setDragged(paper.id)}
                  onDragEnd={() => setDragged(undefined)}
                  onDragOver={() => dragged && dragged !== paper.id && place(dragged, index)}
                />
              ))}
            </ol>
            <p aria-live="polite" className="sr-only">
              {spoken}
            </p>
            <Total chosen={chosen} />
            {result && <Blockers blockers={result.blockers} onFollow={onClose} />}
            {merge.error && <Alert meaning="failed">{merge.error.message}</Alert>}
            <DialogFooter>
              <DialogClose asChild>
                <Button className="max-sm:h-10">Cancel</Button>
              </DialogClose>
              <Button
                variant="primary"
                className="max-sm:h-10"
                aria-disabled={merge.isPending || chosen.length === 0}
                onClick={start}
              >
                {merge.isPending ? "Merging" : "Merge documents"}
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Total({ chosen }: { chosen: LoadPapers["documents"] }) {
  const pages = chosen.reduce((sum, paper) => sum + (paper.pages ?? 0), 0);
  const bytes = expectedBytes(chosen);
  const warning = packetWarning(bytes);
  return (
    <>
      <p className="text-muted-foreground text-sm tabular-nums">
        {pages === 1 ? "1 page" : `${pages} pages`}, about {formatBytes(bytes)}
      </p>
      {warning && <Alert role="status">{warning}</Alert>}
    </>
  );
}

/** Said only where there is something to say; else the dialog simply closes. */
function Merged({ warning, onClose }: { warning: string | null; onClose: () => void }) {
  return (
    <>
      <DialogDescription>The documents are merged and the load is Queued.</DialogDescription>
      {warning && <Alert>{warning}</Alert>}
      <DialogFooter>
        <Button variant="primary" className="max-sm:h-10" onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </>
  );
}
