"use client";

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { formatCount } from "#server/kernel/count.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { type StayedLoad, useQueueLoads } from "./use-queue-loads.ts";

type QueueLoadsDialogProps = { loadIds: readonly LoadId[]; onClose: () => void };

/** Invoices and merges the chosen Released loads, counting as it goes; what stays is listed with its reason (R19). */
export function QueueLoadsDialog({ loadIds, onClose }: QueueLoadsDialogProps) {
  const { start, stop, isRunning, done, queued, stayed, warned } = useQueueLoads(loadIds);
  const count = loadIds.length;
  const hasBegun = isRunning || done > 0;
  const close = () => {
    stop();
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent className="sm:max-w-xl">
        <DialogTitle>Invoice and merge {countOf(count)}</DialogTitle>
        <DialogDescription aria-live="polite">
          {hasBegun
            ? `${formatCount(queued)} of ${formatCount(count)} Queued${stayed.length > 0 ? `, ${stayed.length} not` : ""}.`
            : "Each gets its invoice, then its documents are merged in the usual order: invoice, rate confirmation, POD, receipts. It becomes Queued."}
        </DialogDescription>
        {hasBegun && (
          <progress aria-label="Progress" max={count} value={done} className="h-1.5 w-full accent-primary" />
        )}
        <LoadsWithReason loads={stayed} />
        <LoadsWithReason loads={warned} />
        <DialogFooter>
          <Button className="max-sm:h-10" onClick={close}>
            {isRunning ? "Stop" : hasBegun ? "Close" : "Cancel"}
          </Button>
          {!hasBegun && (
            <Button variant="primary" className="max-sm:h-10" onClick={() => void start()}>
              Invoice and merge
            </Button>
          )}
          {hasBegun && !isRunning && queued > 0 && (
            <Button asChild variant="primary" className="max-sm:h-10">
              <Link href="/loads?status=queued">Show queued loads</Link>
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function LoadsWithReason({ loads }: { loads: StayedLoad[] }) {
  if (loads.length === 0) return null;
  return (
    <ul className="max-h-60 overflow-y-auto rounded-md border text-sm">
      {loads.map(({ loadId, number, sentence }) => (
        <li key={loadId} className="grid gap-x-3 px-3 py-2 not-first:border-t sm:grid-cols-[96px_1fr]">
          <Link href={`/loads/${loadId}`} className="font-medium text-link tabular-nums hover:underline">
            {number ?? "Open the load"}
          </Link>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

function countOf(count: number): string {
  return count === 1 ? "1 load" : `${formatCount(count)} loads`;
}
