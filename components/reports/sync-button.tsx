import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
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
      {start.isError && <Refusal sentence={start.error.message} fix={null} />}
      {start.data?.kind === "refused" &&
        start.data.blockers.map((blocker) => <Refusal key={blocker.blocker} {...blocker} />)}
    </>
  );
}

type RefusalProps = { sentence: string; fix: { label: string; href: string } | null };

/** Why no sync was started, and the way to mend it for those who may. */
function Refusal({ sentence, fix }: RefusalProps) {
  return (
    <Alert className="w-full">
      {sentence}
      {fix && (
        <Link href={fix.href} className="text-link underline underline-offset-4">
          {fix.label}
        </Link>
      )}
    </Alert>
  );
}
