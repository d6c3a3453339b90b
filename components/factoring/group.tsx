import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Meaning, MeaningShape } from "#components/ui/status-chip.tsx";

type GroupProps = {
  title: string;
  meaning: Meaning;
  count: number;
  /** One sentence beside the title. */
  note?: string;
  /** How many rows stand open before "Show all". */
  first: number;
  rows: ReactNode[];
};

/** A group of exceptions above the queue: the first few open, the rest one click away. */
export function Group({ title, meaning, count, note, first, rows }: GroupProps) {
  const [all, setAll] = useState(false);
  const hidden = rows.length - first;
  return (
    <section aria-label={title} className="overflow-hidden rounded-md border bg-card">
      <header className="flex min-h-9 items-center gap-2 px-3">
        <MeaningShape meaning={meaning} />
        <h2 className="font-medium text-sm">
          {title} <span className="text-muted-foreground tabular-nums">{count}</span>
        </h2>
        {note && <p className="truncate text-muted-foreground text-sm max-md:hidden">{note}</p>}
        {hidden > 0 && (
          <Button
            variant="ghost"
            size="sm"
            className="ml-auto"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? "Show fewer" : first === 0 ? "Show" : `Show ${hidden} more`}
          </Button>
        )}
      </header>
      <ul>{all ? rows : rows.slice(0, first)}</ul>
    </section>
  );
}
