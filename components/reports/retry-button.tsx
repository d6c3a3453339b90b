import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { InvoiceRow } from "#server/reports/schemas.ts";

/** Retries a failed invoice at the step that failed, or looks again for one whose answer was lost (R28). */
export function RetryButton({ invoice }: { invoice: InvoiceRow }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.reports.retryInvoice.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.reports.pathFilter()),
    }),
  );
  if (!mayRetry(invoice)) return null;
  const label = invoice.state === "failed" ? "Retry" : "Check again";
  return (
    <>
      <Button
        size="sm"
        aria-label={`${label} load ${invoice.loadNumber}`}
        disabled={retry.isPending || retry.isSuccess}
        onClick={() => retry.mutate({ batchInvoiceId: invoice.id })}
      >
        {retry.isPending ? "Retrying…" : label}
      </Button>
      {retry.isError && (
        <span role="alert" className="text-failed text-sm">
          {retry.error.message}
        </span>
      )}
    </>
  );
}

/** A failed invoice whose load did not go out again, or a lost answer whose replays are used up. */
function mayRetry(invoice: InvoiceRow): boolean {
  return !invoice.sentAgainIn && (invoice.state === "failed" || invoice.needsReview);
}
