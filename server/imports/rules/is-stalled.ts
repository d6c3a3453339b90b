import type { ImportStatus } from "./import-kind.ts";

/** The largest file takes two minutes; after this its run must be lost. */
export const STALLED_AFTER_MS = 15 * 60_000;

type Running = { status: ImportStatus; startedAt: Date | null; revivedAt: Date | null };

/** True where an import is said to run but can't be running any more: it may be started again. */
export function isStalled({ status, startedAt, revivedAt }: Running, now: Date): boolean {
  const begun = revivedAt ?? startedAt;
  return status === "running" && begun !== null && now.getTime() - begun.getTime() > STALLED_AFTER_MS;
}
