import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { BatchId, SubsidiaryId } from "#server/kernel/ids.ts";
import { BatchPanel } from "./batch-panel.tsx";

type RunningBatchesProps = {
  subsidiaryId: SubsidiaryId;
  /** The batch whose invoices are shown. */
  opened: BatchId | undefined;
  onToggle: (batch: BatchId | undefined) => void;
};

/** The batches on their way, and those just done until they are put away (R26). */
export function RunningBatches({ subsidiaryId, opened, onToggle }: RunningBatchesProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.factoring.runningBatches.queryOptions({ subsidiaryId }));
  const [putAway, setPutAway] = useState<readonly BatchId[]>([]);
  return data
    ?.filter((batch) => batch.running || !putAway.includes(batch.id))
    .map((batch) => (
      <BatchPanel
        key={batch.id}
        batch={batch}
        open={batch.id === opened}
        onToggle={() => onToggle(batch.id === opened ? undefined : batch.id)}
        onPutAway={() => setPutAway([...putAway, batch.id])}
      />
    ));
}
