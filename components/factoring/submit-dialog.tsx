"use client";

import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { formatCount } from "#server/kernel/count.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { formatCents } from "#server/kernel/money.ts";
import { Blockers } from "./blockers.tsx";
import type { QueuePage, QueueTotals, SubmitResult, Submitted, Subsidiary } from "./dto.ts";
import { freshBatch, loadsOfBatch } from "./fresh-batch.ts";
import { leaveQueue, leaveTotal } from "./leave-queue.ts";
import type { Chosen } from "./use-queue-selection.ts";
import { WillFail } from "./will-fail.tsx";

type SubmitDialogProps = {
  subsidiary: Subsidiary & { usdot: string | null };
  chosen: ReadonlyMap<LoadId, Chosen>;
  cents: number;
  onClose: () => void;
  onSubmitted: (result: Submitted) => void;
};

/** The one question before invoices go out: how many, how much, for whom, and which will fail (R25). */
export function SubmitDialog({ subsidiary, chosen, cents, onClose, onSubmitted }: SubmitDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  // Made once per dialog: pressed twice, or sent again after a lost answer, it is one batch.
  const [requestKey] = useState(() => crypto.randomUUID());
  const submit = useMutation(
    trpc.factoring.submitBatch.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "submitted") {
          const { gone } = loadsOfBatch(chosen, result);
          queryClient.setQueriesData<InfiniteData<QueuePage>>(trpc.factoring.queue.pathFilter(), (queue) =>
            leaveQueue(queue, gone),
          );
          queryClient.setQueriesData<QueueTotals>(trpc.factoring.queueTotal.pathFilter(), (total) =>
            leaveTotal(total, chosen, gone),
          );
          queryClient.setQueryData(
            trpc.factoring.runningBatches.queryKey({ subsidiaryId: subsidiary.id }),
            (batches = []) =>
              batches.some(({ id }) => id === result.batchId)
                ? batches
                : [freshBatch(chosen, result, new Date()), ...batches],
          );
          onSubmitted(result);
        }
        void queryClient.invalidateQueries(trpc.factoring.pathFilter());
      },
    }),
  );
  const invoices = chosen.size === 1 ? "1 invoice" : `${formatCount(chosen.size)} invoices`;
  const failing = [...chosen.values()].flatMap(({ lacksMc }) => lacksMc ?? []);

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>Submit {invoices} to OTR Solutions?</DialogTitle>
        <DialogDescription>
          This can't be taken back. You may close the page: the batch goes on without it.
        </DialogDescription>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-md border p-3 text-sm tabular-nums">
          <dt className="text-muted-foreground">Total</dt>
          <dd className="text-right font-semibold">{formatCents(cents)}</dd>
          <dt className="text-muted-foreground">Subsidiary</dt>
          <dd className="truncate text-right">{subsidiary.name}</dd>
          <dt className="text-muted-foreground">USDOT</dt>
          <dd className="text-right">{subsidiary.usdot}</dd>
        </dl>
        <WillFail failing={failing} of={chosen.size} />
        <Refusal result={submit.data} problem={submit.error?.message} />
        <DialogFooter>
          <DialogClose asChild>
            <Button className="max-sm:h-10">Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            className="max-sm:h-10"
            disabled={submit.isPending}
            onClick={() =>
              submit.mutate({ subsidiaryId: subsidiary.id, loadIds: [...chosen.keys()], requestKey })
            }
          >
            {submit.isPending ? "Submitting" : `Submit ${invoices}`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Refusal({ result, problem }: { result?: SubmitResult; problem?: string }) {
  if (result?.kind === "blocked") return <Blockers blockers={result.blockers} />;
  const sentence = result?.kind === "nothing_to_submit" ? result.sentence : problem;
  return sentence ? <Alert meaning="failed">{sentence}</Alert> : null;
}
