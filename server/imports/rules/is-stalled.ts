import type { ImportStatus } from "./import-kind.ts";

/** The largest file takes two minutes; after this its run must be lost. */
const STALLED_AFTER_MS = 15 * 60_000;

/** True where an import is said to run but can't be running any more: it may be started again. */
export function isStalled(
  { status, startedAt }: { status: ImportStatus; startedAt: Date | null },
  now: Date,
): boolean {
  return status === "running" && startedAt !== null && now.getTime() - startedAt.getTime() > STALLED_AFTER_MS;
}
