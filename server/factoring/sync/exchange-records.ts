import type { AuditRecord } from "#server/audit/record-audit.ts";
import type { Seen } from "./read-page.ts";
import type { SyncWork } from "./sync-job.ts";

/**
 * The audit of a page's reads (R34). What brought news has an entry of its own; the reads that brought none share one
 * of the run's, which names invoice, status, time taken and OTR's request id of each: a quiet night writes no row per
 * invoice.
 */
export function exchangeRecords(
  work: SyncWork,
  news: readonly Seen[],
  quiet: readonly Seen[],
): AuditRecord[] {
  const records = news.map((one) => recordOf(work, one));
  const [first] = quiet;
  if (!first) return records;
  const { method, path } = first.outcome.exchange;
  const data = {
    step: "read",
    outcome: "no_news",
    method,
    path,
    reads: quiet.length,
    exchanges: quiet.map(exchangeText),
  };
  return [...records, { action: "otr.exchange", subject: work.syncRunId, at: work.now, by: null, data }];
}

function recordOf({ syncRunId, now }: SyncWork, { purchase, outcome }: Seen): AuditRecord {
  const { method, path, httpStatus, requestId, durationMs } = outcome.exchange;
  return {
    action: "otr.exchange",
    subject: purchase.id,
    at: now,
    by: null,
    data: {
      step: "read",
      outcome: outcome.kind,
      syncRunId,
      method,
      path,
      httpStatus,
      otrRequestId: requestId,
      durationMs,
    },
  };
}

function exchangeText({ purchase, outcome }: Seen): string {
  const { httpStatus, durationMs, requestId } = outcome.exchange;
  return [purchase.invoiceNumber, httpStatus ?? "no answer", `${durationMs} ms`, requestId ?? "no id"].join(
    " ",
  );
}
