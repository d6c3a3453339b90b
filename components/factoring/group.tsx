import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Meaning, MeaningShape } from "#components/ui/status-chip.tsx";
import { EXCEPTIONS_SHOWN } from "#server/factoring/rules/exceptions-shown.ts";

type GroupProps = {
  title: string;
  meaning: Meaning;
  /** Undefined while it is counted. */
  count: number | undefined;
  /** One sentence beside the title. */
  note?: string;
  /** How many rows stand open before the rest is asked for. */
  first: number;
  /** All are wanted; those that aren't here yet come. */
  open: boolean;
  onToggle: () => void;
  rows: ReactNode[];
};

/** A group of exceptions above the queue: the first few open, the rest one click away. */
export function Group({ title, meaning, count, note, first, open, onToggle, rows }: GroupProps) {
  const { most } = EXCEPTIONS_SHOWN;
  const hidden = count === undefined ? undefined : Math.min(count, most) - first;
  return (
    <section aria-label={title} className="overflow-hidden rounded-md border bg-card">
      <header className="flex min-h-9 items-center gap-2 px-3">
        <MeaningShape meaning={meaning} />
        <h2 className="font-medium text-sm">
          {title} <span className="inline-block min-w-8 text-muted-foreground tabular-nums">{count}</span>
        </h2>
        {note && <p className="truncate text-muted-foreground text-sm max-md:hidden">{note}</p>}
        {(hidden === undefined || hidden > 0) && (
          <Button variant="ghost" size="sm" className="ml-auto" aria-expanded={open} onClick={onToggle}>
            {open ? "Show fewer" : first === 0 ? "Show" : `Show ${hidden} more`}
          </Button>
        )}
      </header>
      {open && count !== undefined && count > most && (
        <p className="border-t px-3 py-2 text-muted-foreground text-sm">
          These are the first {most}. The next ones come up as they are mended.
        </p>
      )}
      <ul>{open ? rows : rows.slice(0, first)}</ul>
    </section>
  );
}
