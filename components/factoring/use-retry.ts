import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { BatchInvoiceId } from "#server/kernel/ids.ts";

/** Lets an invoice go on at the step that failed (R28); `refusal` says in a sentence why it doesn't, `fix` how to mend that. */
export function useRetry(batchInvoiceId: BatchInvoiceId) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.factoring.retryInvoice.mutationOptions({
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.factoring.pathFilter()),
          queryClient.invalidateQueries(trpc.reports.pathFilter()),
        ]),
    }),
  );
  const refused = retry.data?.kind === "refused" ? retry.data : undefined;
  return {
    start: () => retry.mutate({ batchInvoiceId }),
    isPending: retry.isPending,
    refusal: refused?.sentence ?? retry.error?.message,
    fix: refused?.fix,
  };
}
