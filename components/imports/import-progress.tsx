import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportDetails } from "#server/imports/schemas.ts";
import { formatCount } from "#server/kernel/count.ts";
import { formatRows, KIND_WORDS } from "./import-words.ts";
import { useStartImport } from "./use-start-import.ts";

/** How far the rows are, counted in rows; it goes on without the page. */
export function ImportProgress({ file }: { file: ImportDetails }) {
  const { start, isPending, refusal } = useStartImport(file.id);
  const { doneRows, totalRows, mode } = file;
  return (
    <div className="grid gap-3">
      {file.isStalled && (
        <Alert>
          <span>Nothing has come in for a while: this import has lost its run.</span>
          <Button
            variant="link"
            size="inline"
            disabled={isPending}
            onClick={() => start(mode ?? "good_rows")}
          >
            Start it again
          </Button>
        </Alert>
      )}
      {refusal && <Alert meaning="failed">{refusal}</Alert>}
      <div className="grid gap-2 rounded-md border bg-card px-4 py-3 text-sm">
        <p className="font-medium tabular-nums">
          {formatCount(doneRows)} of {formatRows(totalRows)}
        </p>
        <div
          role="progressbar"
          aria-label={`Import of ${file.fileName}`}
          aria-valuemin={0}
          aria-valuemax={totalRows}
          aria-valuenow={doneRows}
          aria-valuetext={`${formatCount(doneRows)} of ${formatRows(totalRows)}`}
          className="h-1.5 overflow-hidden rounded-sm bg-muted"
        >
          <div
            className="h-full bg-primary transition-[width] duration-150"
            style={{ width: `${totalRows === 0 ? 0 : (doneRows / totalRows) * 100}%` }}
          />
        </div>
        <p className="min-h-5 text-muted-foreground tabular-nums">{whatHappens(file)}</p>
      </div>
    </div>
  );
}

function whatHappens({ mode, kind, createdRows, knownRows, badRows }: ImportDetails): string {
  const { many } = KIND_WORDS[kind];
  if (mode === "all_or_nothing") {
    return `The ${many} appear all at once, when the last row is in. You can leave this page.`;
  }
  const counts = `${formatCount(createdRows)} new, ${formatCount(knownRows)} already here, ${formatCount(badRows)} bad.`;
  return `${counts} You can leave this page.`;
}
