import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { LoadId } from "#server/kernel/ids.ts";

const QueueLoadsDialog = dynamic(() => import("./queue-loads-dialog.tsx").then((m) => m.QueueLoadsDialog), {
  ssr: false,
});

type QueueLoadsBarProps = { chosen: ReadonlySet<LoadId>; onClear: () => void };

/** How many Released loads are chosen, and the way to have them all invoiced and merged. */
export function QueueLoadsBar({ chosen, onClear }: QueueLoadsBarProps) {
  // What was chosen when it was asked for: loads leave the list one by one as they become Queued.
  const [asked, setAsked] = useState<LoadId[]>();
  const count = chosen.size;
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-0 z-20 mt-auto flex min-h-14 items-center gap-3 border-t bg-card px-4 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-6"
    >
      <p aria-live="polite" className="min-w-0 flex-1 text-sm tabular-nums">
        {count === 0 ? (
          <span className="text-muted-foreground">Select the loads to invoice and merge</span>
        ) : (
          <span className="font-semibold">{count.toLocaleString("en-US")} selected</span>
        )}
      </p>
      {count > 0 && (
        <Button variant="ghost" onClick={onClear}>
          Clear
        </Button>
      )}
      <Button
        variant="primary"
        className="max-md:h-10"
        disabled={count === 0}
        onClick={() => setAsked([...chosen])}
      >
        Invoice and merge
      </Button>
      {asked && (
        <QueueLoadsDialog
          loadIds={asked}
          onClose={() => {
            setAsked(undefined);
            onClear();
          }}
        />
      )}
    </section>
  );
}
