"use client";

import { ChevronLeft, ChevronRight, Download } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#components/ui/dialog.tsx";
import { DOCUMENT_KIND_LABELS } from "#server/documents/rules/document-kind.ts";
import type { Paper } from "#server/documents/schemas.ts";
import type { DocumentId } from "#server/kernel/ids.ts";
import { sizeWords } from "./paper-row.tsx";

type PaperViewerProps = {
  papers: readonly Paper[];
  shown: string | null;
  onShow: (id: DocumentId) => void;
  onClose: () => void;
};

/** A document in the browser, with the way to those before and after it (R20). */
export function PaperViewer({ papers, shown, onShow, onClose }: PaperViewerProps) {
  const index = papers.findIndex(({ id }) => id === shown);
  const paper = papers[index];
  if (!paper) return null;
  const step = (by: number) => {
    const next = papers[index + by];
    if (next) onShow(next.id);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft") step(-1);
    if (key === "ArrowRight") step(1);
  };
  const address = `/api/documents/${paper.id}`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onKeyDown={onKeyDown}
        className="h-[96dvh] max-h-[96dvh] grid-rows-[auto_minmax(0,1fr)] gap-3 p-3 sm:top-[3dvh] sm:h-[94dvh] sm:max-h-[94dvh] sm:max-w-5xl"
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pr-8">
          <div className="min-w-0 flex-1">
            <DialogTitle className="truncate pr-0 text-base">{DOCUMENT_KIND_LABELS[paper.kind]}</DialogTitle>
            <DialogDescription className="truncate" title={paper.fileName}>
              {paper.fileName}, {sizeWords(paper)}
            </DialogDescription>
          </div>
          <Button size="icon" aria-label="Previous document" disabled={index === 0} onClick={() => step(-1)}>
            <ChevronLeft aria-hidden />
          </Button>
          <span className="text-muted-foreground text-sm tabular-nums">
            {index + 1} of {papers.length}
          </span>
          <Button
            size="icon"
            aria-label="Next document"
            disabled={index === papers.length - 1}
            onClick={() => step(1)}
          >
            <ChevronRight aria-hidden />
          </Button>
          <Button asChild>
            <a href={address} download={paper.fileName}>
              <Download aria-hidden />
              Download
            </a>
          </Button>
        </div>
        {paper.contentType === "application/pdf" ? (
          <iframe
            key={paper.id}
            src={address}
            title={paper.fileName}
            className="size-full rounded-md border bg-muted"
          />
        ) : (
          <div className="flex min-h-0 items-center justify-center overflow-auto rounded-md border bg-muted">
            {/* biome-ignore lint/performance/noImgElement: a document, shown as it is and to those signed in only. */}
            <img
              src={address}
              alt={`${DOCUMENT_KIND_LABELS[paper.kind]}: ${paper.fileName}`}
              className="max-h-full max-w-full object-contain"
            />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
