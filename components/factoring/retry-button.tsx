import { Button } from "#components/ui/button.tsx";
import type { BatchInvoiceId } from "#server/kernel/ids.ts";
import { useRetry } from "./use-retry.ts";

type RetryButtonProps = { batchInvoiceId: BatchInvoiceId; label: string; load: string };

/** Goes on at the step that failed; a lost answer is looked for again. A refusal stands beside the button. */
export function RetryButton({ batchInvoiceId, label, load }: RetryButtonProps) {
  const { start, isPending, refusal } = useRetry(batchInvoiceId);
  return (
    <>
      <Button size="sm" aria-label={`${label} load ${load}`} disabled={isPending} onClick={start}>
        {label}
      </Button>
      {refusal && (
        <span role="alert" className="max-w-60 text-failed text-xs">
          {refusal}
        </span>
      )}
    </>
  );
}
