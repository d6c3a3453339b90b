import { useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BadRowDetails } from "#server/imports/schemas.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { formatRows } from "./import-words.ts";

/** Every bad row with the line it begins in, what it is about and all its reasons; a hundred at a time. */
export function BadRows({ importId, count }: { importId: ImportId; count: number }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.imports.badRows.infiniteQueryOptions(
      { importId },
      { getNextPageParam: (page) => page.nextCursor, refetchOnWindowFocus: false },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="bad-rows" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="bad-rows" className="font-semibold text-base">
          {formatRows(count, "bad row")}
        </h2>
        <Button asChild size="sm">
          <a href={`/api/imports/${importId}/bad-rows`} download>
            <Download aria-hidden /> Download as CSV
          </a>
        </Button>
      </div>
      {list.isError && <Alert meaning="failed">{list.error.message}</Alert>}
      <ul aria-busy={list.isPending} className="rounded-md border bg-card text-sm">
        {list.isPending && [1, 2, 3].map((line) => <BadRowSkeleton key={line} />)}
        {list.isSuccess && rows.length === 0 && (
          <li className="px-4 py-2">
            These rows have become good since. Add the file again to bring them in.
          </li>
        )}
        {rows.map((row) => (
          <BadRow key={row.line} row={row} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="justify-self-start"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? "Reading on" : `Show more of the ${formatRows(count, "bad row")}`}
        </Button>
      )}
    </section>
  );
}

const GRID = "grid gap-x-3 px-4 py-2 not-first:border-t md:grid-cols-[5.5rem_13rem_1fr]";

function BadRow({ row: { line, label, problems } }: { row: BadRowDetails }) {
  return (
    <li className={GRID}>
      <span className="text-muted-foreground tabular-nums">Line {line}</span>
      <span className="truncate font-medium" title={label}>
        {label || <span className="text-muted-foreground">No name</span>}
      </span>
      <ul>
        {problems.map(({ fieldLabel, reason }) => (
          <li key={`${fieldLabel} ${reason}`}>
            {fieldLabel && <span className="text-muted-foreground">{fieldLabel}: </span>}
            {reason}
          </li>
        ))}
      </ul>
    </li>
  );
}

function BadRowSkeleton() {
  return (
    <li className={GRID}>
      <Skeleton className="my-1 w-12" />
      <Skeleton className="my-1 w-24" />
      <Skeleton className="my-1 w-80 max-w-full" />
    </li>
  );
}
