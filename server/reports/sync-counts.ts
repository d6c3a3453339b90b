import type { SyncCounts } from "./rules/sync-result.ts";

/** The counts of a run and nothing else of its row. */
export function toSyncCounts({
  newlyFinanced,
  changed,
  unchanged,
  needsYou,
  unreadable,
}: SyncCounts): SyncCounts {
  return { newlyFinanced, changed, unchanged, needsYou, unreadable };
}
