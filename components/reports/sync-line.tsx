import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import { formatClock } from "#server/reports/rules/local-time.ts";
import { syncResult } from "#server/reports/rules/sync-result.ts";
import type { BatchDetail, LastSync } from "#server/reports/schemas.ts";
import { checkedByWords } from "./checked-by.tsx";
import { When } from "./when.tsx";

/** What the last sync of the batch changed, as of when and by whom; while one runs, how far it is (R30). */
export function SyncLine({ batch }: { batch: BatchDetail }) {
  return (
    <p id="sync-line" role="status" className="flex min-h-5 items-center gap-2 px-4 text-sm md:px-6">
      <MeaningShape meaning={batch.lastResult && !batch.running ? "done" : "pending"} />
      <span className="tabular-nums">
        <Words batch={batch} />
      </span>
    </p>
  );
}

function Words({ batch: { running, lastResult, open } }: { batch: BatchDetail }) {
  const timeZone = useCompanyTimeZone();
  if (running) {
    const by = running.byName ? ` by ${running.byName}` : "";
    return `Asking OTR: ${running.checked} of ${open} open invoices checked, started ${formatClock(running.startedAt, timeZone)}${by}. You can leave this page.`;
  }
  if (!lastResult) {
    return "OTR has not been asked about this batch yet. The nightly sync does at 02:00, or press SYNC TRANSACTIONS.";
  }
  return (
    <>
      {resultOf(lastResult)}
      <span className="text-muted-foreground">
        {" "}
        · as of <When at={lastResult.at} />, by {checkedByWords(lastResult)}
      </span>
    </>
  );
}

function resultOf({ counts, changedHere }: LastSync): string {
  if (counts) return syncResult(counts);
  if (changedHere === 0) return "Nothing changed in this batch";
  return changedHere === 1
    ? "1 invoice changed in this batch"
    : `${changedHere} invoices changed in this batch`;
}
