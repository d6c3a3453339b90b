import type { SyncCounts } from "#server/factoring/rules/sync-counts.ts";

/** The counts of a run and nothing else of its row. */
export function toSyncCounts({
  checked,
  newlyFinanced,
  changed,
  unchanged,
  needsYou,
  unreadable,
}: SyncCounts): SyncCounts {
  return { checked, newlyFinanced, changed, unchanged, needsYou, unreadable };
}
