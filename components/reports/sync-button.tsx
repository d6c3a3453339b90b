import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { BatchDetail } from "#server/reports/schemas.ts";

/** Asks OTR about the batch at once (R30). Busy while a sync of it runs, whoever started it and wherever. */
export function SyncButton({ batch }: { batch: BatchDetail }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const start = useMutation(
    trpc.reports.startSync.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.reports.pathFilter()),
    }),
  );
  const busy = batch.running !== null || start.isPending;
  return (
    <>
      <Button
        variant="primary"
        aria-disabled={busy}
        aria-describedby="sync-line"
        onClick={() => {
          if (!busy) start.mutate({ batchId: batch.id });
        }}
      >
        <RefreshCw aria-hidden className={busy ? "animate-spin" : undefined} />
        SYNC TRANSACTIONS
      </Button>
      {start.isError && (
        <p role="alert" className="w-full text-right text-failed text-sm">
          {start.error.message}
        </p>
      )}
    </>
  );
}
