import { batchSummary } from "./batch-summary.ts";
import type { RunningBatch } from "./dto.ts";

/** The batch's invoices as lengths: accepted, failed, under way; what is left waits. */
export function BatchProgressBar({ batch }: { batch: RunningBatch }) {
  const { invoiceCount, accepted, failed, created, attached, checking } = batch;
  const parts = [
    { key: "accepted", count: accepted, className: "bg-done-solid" },
    { key: "failed", count: failed, className: "bg-failed-solid" },
    { key: "under way", count: created + attached, className: "bg-primary" },
    { key: "checking", count: checking, className: "bg-attention-solid" },
  ].filter(({ count }) => count > 0);
  return (
    <div
      role="progressbar"
      aria-label={`Progress of batch ${batch.number}`}
      aria-valuemin={0}
      aria-valuemax={invoiceCount}
      aria-valuenow={accepted + failed}
      aria-valuetext={batchSummary(batch)}
      className="flex h-1.5 basis-full overflow-hidden rounded-sm bg-muted"
    >
      {parts.map(({ key, count, className }) => (
        <span
          key={key}
          className={`${className} transition-[width] duration-150`}
          style={{ width: `${(count / invoiceCount) * 100}%` }}
        />
      ))}
    </div>
  );
}
