import { ChevronDown, ChevronUp, GripVertical } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { DOCUMENT_KIND_LABELS } from "#server/documents/rules/document-kind.ts";
import type { Paper } from "#server/documents/schemas.ts";
import { sizeWords } from "./paper-row.tsx";

type MergeRowProps = {
  paper: Paper;
  index: number;
  count: number;
  isIn: boolean;
  isDragged: boolean;
  onToggle: () => void;
  onMove: (direction: "up" | "down") => void;
  /** Its place is dragged, or something is dragged over it. */
  onDragStart: () => void;
  onDragEnd: () => void;
  onDragOver: () => void;
};

/** A document in the order of the merge; it moves by mouse or by its buttons. */
export function MergeRow({ paper, index, count, isIn, isDragged, onToggle, onMove, ...drag }: MergeRowProps) {
  const { id, kind, fileName } = paper;
  const name = `${DOCUMENT_KIND_LABELS[kind]} ${fileName}`;
  return (
    <li
      data-id={id}
      draggable
      onDragStart={drag.onDragStart}
      onDragEnd={drag.onDragEnd}
      onDragOver={(event) => {
        event.preventDefault();
        drag.onDragOver();
      }}
      className={cn(
        "flex min-h-10 items-center gap-2 px-2 py-1 text-sm not-first:border-t",
        isDragged && "bg-accent",
      )}
    >
      <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-muted-foreground max-sm:hidden" />
      <Checkbox
        aria-label={`Include ${name}`}
        checked={isIn}
        disabled={kind === "invoice"}
        onChange={onToggle}
      />
      <span className={cn("min-w-0 flex-1", !isIn && "text-muted-foreground line-through")}>
        <span className="block truncate font-medium">{DOCUMENT_KIND_LABELS[kind]}</span>
        <span className="block truncate text-muted-foreground text-xs" title={fileName}>
          {fileName}
        </span>
      </span>
      <span className="text-muted-foreground text-xs tabular-nums">{sizeWords(paper)}</span>
      <Button
        variant="ghost"
        size="icon"
        data-move="up"
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => onMove("up")}
      >
        <ChevronUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="icon"
        data-move="down"
        aria-label={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => onMove("down")}
      >
        <ChevronDown aria-hidden />
      </Button>
    </li>
  );
}
