import dynamic from "next/dynamic";
import { useState } from "react";
import { SelectionBar } from "#components/layout/selection-bar.tsx";
import type { LoadId } from "#server/kernel/ids.ts";

const QueueLoadsDialog = dynamic(() => import("./queue-loads-dialog.tsx").then((m) => m.QueueLoadsDialog), {
  ssr: false,
});

type QueueLoadsBarProps = { chosen: ReadonlySet<LoadId>; onClear: () => void };

/** How many Released loads are chosen, and the way to have them all invoiced and merged. */
export function QueueLoadsBar({ chosen, onClear }: QueueLoadsBarProps) {
  // What was chosen when it was asked for: loads leave the list one by one as they become Queued.
  const [asked, setAsked] = useState<LoadId[]>();
  return (
    <>
      <SelectionBar
        count={chosen.size}
        hint="Select the loads to invoice and merge"
        onClear={onClear}
        action="Invoice and merge"
        onAct={() => setAsked([...chosen])}
      />
      {asked && (
        <QueueLoadsDialog
          loadIds={asked}
          onClose={() => {
            setAsked(undefined);
            onClear();
          }}
        />
      )}
    </>
  );
}
