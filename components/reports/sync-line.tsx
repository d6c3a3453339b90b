import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { MeaningShape } from "#components/ui/status-chip.tsx";
import { syncResultLine } from "#server/factoring/rules/sync-counts.ts";
import { formatClock } from "#server/kernel/local-time.ts";
import type { BatchDetail, LastSync } from "#server/reports/schemas.ts";
import { checkedByWords } from "./checked-by.tsx";
import { When } from "./when.tsx";

/** What the last sync of the batch changed, as of when and by whom, and what it could not ask (R30). */
export function SyncLine({ batch }: { batch: BatchDetail }) {
  const troubles = batch.running ? [] : (batch.lastResult?.troubles ?? []);
  return (
    <div className="grid gap-2 px-4 md:px-6">
      <p id="sync-line" role="status" className="flex min-h-5 items-center gap-2 text-sm">
        <MeaningShape meaning={batch.lastResult && !batch.running ? "done" : "pending"} />
        <span className="tabular-nums">
          <Words batch={batch} />
        </span>
      </p>
      {troubles.map((trouble) => (
        <Alert key={trouble} role="status">
          {trouble}
        </Alert>
      ))}
    </div>
  );
}

function Words({ batch: { running, lastResult, open } }: { batch: BatchDetail }) {
  const timeZone = useCompanyTimeZone();
  if (running) {
    const by = running.byName ? ` by ${running.byName}` : "";
    const invoices = open === 1 ? "1 open invoice" : `${open} open invoices`;
    return `Asking OTR about ${invoices}, since ${formatClock(running.startedAt, timeZone)}${by}. You can leave this page.`;
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
  if (counts) return syncResultLine(counts);
  if (changedHere === 0) return "Nothing changed in this batch";
  return changedHere === 1
    ? "1 invoice changed in this batch"
    : `${changedHere} invoices changed in this batch`;
}
