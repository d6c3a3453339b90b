import { useRef, useState } from "react";
import { useTRPCClient } from "#components/providers/trpc-context.ts";
import type { InvoiceAndMergeResult } from "#server/documents/schemas.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { useRefreshLoad } from "./use-papers.ts";

const AT_ONCE = 2;

/** A load that stayed where it is, with the reason. */
export type StayedLoad = { loadId: LoadId; number: string | null; sentence: string };

/** Takes loads to Queued, two at a time, and counts. What is done stays done whenever it is stopped. */
export function useQueueLoads(loadIds: readonly LoadId[]) {
  const client = useTRPCClient();
  const refresh = useRefreshLoad();
  const [results, setResults] = useState<ReadonlyMap<LoadId, InvoiceAndMergeResult>>(new Map());
  const [isRunning, setIsRunning] = useState(false);
  const stopped = useRef(false);

  const take = async (loadId: LoadId) => {
    const result = await client.documents.invoiceAndMerge
      .mutate({ loadId })
      .catch(({ message }: Error) => ({ kind: "refused" as const, loadNumber: "", sentence: message }));
    setResults((before) => new Map(before).set(loadId, result));
  };
  const start = async () => {
    setIsRunning(true);
    const left = loadIds.values();
    const worker = async () => {
      for (const loadId of left) {
        if (stopped.current) return;
        await take(loadId);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setIsRunning(false);
    await refresh();
  };
  const stayed: StayedLoad[] = [...results].flatMap(([loadId, result]) =>
    result.kind === "refused" ? { loadId, number: result.loadNumber || null, sentence: result.sentence } : [],
  );
  const warned: StayedLoad[] = [...results].flatMap(([loadId, result]) =>
    result.kind === "queued" && result.warning
      ? { loadId, number: result.loadNumber, sentence: result.warning }
      : [],
  );
  return {
    start,
    stop: () => {
      stopped.current = true;
    },
    isRunning,
    done: results.size,
    queued: results.size - stayed.length,
    stayed,
    warned,
  };
}
