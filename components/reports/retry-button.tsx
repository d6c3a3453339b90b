import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
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
  const refused = retry.data?.kind === "refused" ? retry.data : undefined;
  const refusal = refused?.sentence ?? retry.error?.message;
  return (
    <>
      <Button
        size="sm"
        aria-label={`${label} load ${invoice.loadNumber}`}
        disabled={retry.isPending}
        onClick={() => retry.mutate({ batchInvoiceId: invoice.id })}
      >
        {label}
      </Button>
      {refusal && (
        <span role="alert" title={refusal} className="text-failed text-sm">
          {refusal}{" "}
          {refused?.fix && (
            <Link href={refused.fix.href} className="text-link underline underline-offset-4">
              {refused.fix.label}
            </Link>
          )}
        </span>
      )}
    </>
  );
}

/** A failed invoice whose load did not go out again, or a lost answer whose replays are used up. */
function mayRetry(invoice: InvoiceRow): boolean {
  return !invoice.sentAgainIn && (invoice.state === "failed" || invoice.needsReview);
}
