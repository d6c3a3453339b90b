import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { StatusChip } from "#components/ui/status-chip.tsx";
import { SUBMISSION_STATE_LABELS } from "#server/factoring/rules/submission-state.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { ProgressRow, RunningBatch } from "./dto.ts";
import { SUBMISSION_MEANINGS } from "./submission-meanings.ts";

/** Each invoice of the batch and the step it has reached, those in trouble first with why and how to mend it. */
export function BatchInvoices({ batch }: { batch: RunningBatch }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.factoring.batchProgress.queryOptions({ batchId: batch.id }));
  if (!data) {
    return (
      <div className="grid gap-3 border-t p-3">
        <Skeleton className="w-1/2" />
        <Skeleton className="w-1/3" />
      </div>
    );
  }
  return (
    <ul
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it.
      tabIndex={0}
      aria-label={`Invoices of batch ${batch.number}`}
      className="max-h-80 overflow-y-auto border-t -outline-offset-2"
    >
      {data.map((row) => (
        <InvoiceRow key={row.id} row={row} />
      ))}
      {batch.invoiceCount > data.length && (
        <li className="px-3 py-2 text-muted-foreground text-sm">
          And {batch.invoiceCount - data.length} more, all in the{" "}
          <Link href={`/reports/factoring/${batch.id}`} className="text-link underline">
            report of the batch
          </Link>
          .
        </li>
      )}
    </ul>
  );
}

function InvoiceRow({ row }: { row: ProgressRow }) {
  const { trouble } = row;
  return (
    <li className="grid min-h-9 grid-cols-[84px_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-1.5 text-sm not-first:border-t lg:grid-cols-[84px_minmax(120px,220px)_96px_160px_minmax(0,1fr)]">
      <span className="font-medium tabular-nums">{row.load}</span>
      <span className="truncate max-lg:order-3 max-lg:col-span-2 max-lg:text-muted-foreground">
        {row.customer}
      </span>
      <span className="text-right tabular-nums">{formatCents(row.cents)}</span>
      <span className="max-lg:order-4">
        <StatusChip meaning={trouble ? "failed" : SUBMISSION_MEANINGS[row.state]}>
          {SUBMISSION_STATE_LABELS[row.state]}
        </StatusChip>
      </span>
      {trouble && (
        <span className="max-lg:order-5 max-lg:col-span-3">
          {trouble.happened} {trouble.money} {trouble.todo}{" "}
          {trouble.fix && (
            <Link href={trouble.fix.href} prefetch={false} className="text-link underline">
              {trouble.fix.label}
            </Link>
          )}
        </span>
      )}
    </li>
  );
}
