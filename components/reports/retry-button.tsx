import Link from "next/link";
import { useRetry } from "#components/factoring/use-retry.ts";
import { Button } from "#components/ui/button.tsx";
import type { InvoiceRow } from "#server/reports/schemas.ts";

/** Retries a failed invoice at the step that failed, or looks again for one whose answer was lost (R28). */
export function RetryButton({ invoice }: { invoice: InvoiceRow }) {
  const { start, isPending, refusal, fix } = useRetry(invoice.id);
  if (!mayRetry(invoice)) return null;
  const label = invoice.state === "failed" ? "Retry" : "Check again";
  return (
    <>
      <Button
        size="sm"
        aria-label={`${label} load ${invoice.loadNumber}`}
        disabled={isPending}
        onClick={start}
      >
        {label}
      </Button>
      {refusal && (
        <span role="alert" title={refusal} className="text-failed text-sm">
          {refusal}{" "}
          {fix && (
            <Link href={fix.href} className="text-link underline underline-offset-4">
              {fix.label}
            </Link>
          )}
        </span>
      )}
    </>
  );
}

/** A failed invoice whose load did not go out again and that nobody took back, or a lost answer whose replays are used up. */
function mayRetry(invoice: InvoiceRow): boolean {
  return !invoice.sentAgainIn && !invoice.withdrawn && (invoice.state === "failed" || invoice.needsReview);
}
