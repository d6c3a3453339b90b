import { Skeleton } from "#components/ui/skeleton.tsx";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import type { ImportCheck, ImportDetails } from "#server/imports/schemas.ts";
import { formatCount } from "#server/kernel/count.ts";
import { formatRows, KIND_WORDS } from "./import-words.ts";

/** New, already here, bad: the file's rows in three figures; undefined while they are counted. */
export function CheckCounts({ file, check }: { file: ImportDetails; check: ImportCheck | undefined }) {
  const { many } = KIND_WORDS[file.kind];
  const figures = [
    { label: `New ${many}`, meaning: "done", count: check?.newRows },
    { label: "Already here, left as they are", meaning: "pending", count: check?.knownRows },
    { label: "Bad rows", meaning: "failed", count: check?.badRows },
  ] as const;
  return (
    <div aria-busy={!check} className="rounded-md border bg-card px-4 py-3">
      <p role="status" className="text-muted-foreground text-sm tabular-nums">
        {check ? `${formatRows(check.totalRows)} checked` : `Checking ${formatRows(file.totalRows)}`}
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(({ label, meaning, count }) => (
          <div key={label} className="flex items-baseline gap-2">
            <dt className="order-2 text-sm">{label}</dt>
            <dd className="flex items-center gap-1.5 font-semibold text-lg tabular-nums">
              <MeaningShape meaning={count === 0 ? "pending" : meaning} />
              {count === undefined ? <Skeleton className="h-6 w-10" /> : formatCount(count)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
