import { X } from "lucide-react";
import type { MouseEvent } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { useIsPhone } from "#components/layout/use-is-phone.ts";
import { Button } from "#components/ui/button.tsx";
import {
  type ChosenKind,
  DOCUMENT_KIND_LABELS,
  isChosenKind,
} from "#server/documents/rules/document-kind.ts";
import { formatBytes } from "#server/documents/rules/document-limits.ts";
import type { Paper } from "#server/documents/schemas.ts";
import { formatCount } from "#server/kernel/count.ts";
import { formatDayTime } from "#server/kernel/local-time.ts";
import { KindSelect } from "./kind-select.tsx";

type PaperRowProps = {
  paper: Paper;
  busy: boolean;
  onOpen: () => void;
  onKind: (kind: ChosenKind) => void;
  onRemove: () => void;
};

/** One document: what it is, its name, which opens it, its size, who added it. */
export function PaperRow({ paper, busy, onOpen, onKind, onRemove }: PaperRowProps) {
  const timeZone = useCompanyTimeZone();
  const isPhone = useIsPhone();
  const { id, kind, fileName, locked, addedAt, addedBy } = paper;
  // A phone shows a PDF best in a tab of its own, and so does whoever asks for one.
  const open = (event: MouseEvent) => {
    if (isPhone || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1 text-sm not-first:border-t">
      {isChosenKind(kind) && !locked ? (
        <KindSelect value={kind} label={`What ${fileName} is`} disabled={busy} onChange={onKind} />
      ) : (
        <span className="w-52 truncate px-2.5 font-medium max-sm:w-40">{DOCUMENT_KIND_LABELS[kind]}</span>
      )}
      <a
        href={`/api/documents/${id}`}
        target="_blank"
        rel="noreferrer"
        title={fileName}
        className="min-w-0 flex-1 truncate text-link hover:underline max-sm:order-last max-sm:basis-full"
        onClick={open}
      >
        {fileName}
      </a>
      <span className="w-36 truncate text-muted-foreground max-lg:hidden" title={addedBy ?? undefined}>
        {addedBy ?? "Lading"}
      </span>
      <span className="w-36 truncate text-muted-foreground tabular-nums max-md:hidden">
        {formatDayTime(addedAt, timeZone, new Date())}
      </span>
      <span className="w-32 text-right text-muted-foreground tabular-nums max-sm:w-auto">
        {sizeWords(paper)}
      </span>
      {locked ? (
        <span className="size-8" />
      ) : (
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Remove ${fileName}`}
          disabled={busy}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      )}
    </li>
  );
}

/** "3 pages, 1.2 MB". */
export function sizeWords({ pages, bytes }: Pick<Paper, "pages" | "bytes">): string {
  const count = pages === null ? "" : `${pages === 1 ? "1 page" : `${formatCount(pages)} pages`}, `;
  return `${count}${formatBytes(bytes)}`;
}
