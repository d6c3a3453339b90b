import { useEffect, useSyncExternalStore } from "react";
import type { LoadId } from "#server/kernel/ids.ts";
import { sendFile } from "./send-file.ts";
import { type Upload, UploadQueue } from "./upload-queue.ts";
import { useRefreshLoad } from "./use-papers.ts";

const queues = new Map<LoadId, UploadQueue>();
const NONE: readonly Upload[] = [];

/** The uploads of a load, also those begun before its page was left and opened again. */
export function useUploads(loadId: LoadId) {
  const queue = queueOf(loadId);
  const uploads = useSyncExternalStore(queue.subscribe, queue.list, () => NONE);
  const isBusy = uploads.some(({ state }) => state === "waiting" || state === "sending");
  const added = useSyncExternalStore(queue.subscribe, queue.added, () => 0);
  const refresh = useRefreshLoad();
  useEffect(() => {
    if (added > 0) void refresh();
  }, [added, refresh]);
  useEffect(() => {
    if (!isBusy) return;
    // Closing the tab would break them off.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isBusy]);
  return { queue, uploads };
}

function queueOf(loadId: LoadId): UploadQueue {
  const known = queues.get(loadId);
  if (known) return known;
  const made = new UploadQueue((upload) => sendFile({ ...upload, loadId }));
  // On the server a map would grow with every load that is looked at.
  if (typeof window !== "undefined") queues.set(loadId, made);
  return made;
}
