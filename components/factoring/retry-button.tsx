import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { BatchInvoiceId } from "#server/kernel/ids.ts";

type RetryButtonProps = { batchInvoiceId: BatchInvoiceId; label: string; load: string };

/** Goes on at the step that failed; a lost answer is looked for again. A refusal stands beside the button. */
export function RetryButton({ batchInvoiceId, label, load }: RetryButtonProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.factoring.retryInvoice.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.factoring.pathFilter()),
    }),
  );
  const refusal = retry.data?.kind === "refused" ? retry.data.sentence : retry.error?.message;
  return (
    <>
      <Button
        size="sm"
        aria-label={`${label} load ${load}`}
        disabled={retry.isPending}
        onClick={() => retry.mutate({ batchInvoiceId })}
      >
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
