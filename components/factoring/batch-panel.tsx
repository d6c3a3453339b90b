import { X } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatClock } from "#server/kernel/local-time.ts";
import { formatCents } from "#server/kernel/money.ts";
import { BatchInvoices } from "./batch-invoices.tsx";
import { BatchProgressBar } from "./batch-progress-bar.tsx";
import { batchSummary } from "./batch-summary.ts";
import type { RunningBatch } from "./dto.ts";

type BatchPanelProps = { batch: RunningBatch; open: boolean; onToggle: () => void; onPutAway: () => void };

/** A batch on its way: how many invoices stand where, counted, and on demand each of them. */
export function BatchPanel({ batch, open, onToggle, onPutAway }: BatchPanelProps) {
  const timeZone = useCompanyTimeZone();
  const panel = useRef<HTMLElement>(null);
  // A batch that comes up open was submitted just now: whoever did it looks at it next.
  const [isJustSubmitted] = useState(open);
  useEffect(() => {
    if (isJustSubmitted) panel.current?.focus();
  }, [isJustSubmitted]);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={`Batch ${batch.number}`}
      className="overflow-hidden rounded-md border bg-card"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
        <h2 className="font-medium">Batch {batch.number}</h2>
        <p aria-live="polite" className="tabular-nums">
          {batchSummary(batch)}
        </p>
        <p className="text-muted-foreground tabular-nums max-md:hidden">
          {formatCents(batch.totalCents)} · {formatClock(batch.submittedAt, timeZone)}
          {batch.submittedByName && ` by ${batch.submittedByName}`}
        </p>
        <span className="ml-auto flex items-center gap-1">
          <Button variant="ghost" size="sm" aria-expanded={open} onClick={onToggle}>
            {open ? "Hide invoices" : "Show invoices"}
          </Button>
          <Button asChild variant="ghost" size="sm" className="text-link">
            <Link href={`/reports/factoring/${batch.id}`} prefetch={false}>
              Report
            </Link>
          </Button>
          {!batch.running && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Put batch ${batch.number} away`}
              onClick={onPutAway}
              className="size-7"
            >
              <X aria-hidden />
            </Button>
          )}
        </span>
        <BatchProgressBar batch={batch} />
      </header>
      {open && <BatchInvoices batch={batch} />}
    </section>
  );
}
