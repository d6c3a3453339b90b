import type { Verdict } from "./purchase-reading.ts";

/** How the invoices of a sync came out; every checked invoice counts in one of the others. */
export type SyncCounts = {
  checked: number;
  newlyFinanced: number;
  changed: number;
  unchanged: number;
  needsYou: number;
  unreadable: number;
};

export const noCounts: SyncCounts = {
  checked: 0,
  newlyFinanced: 0,
  changed: 0,
  unchanged: 0,
  needsYou: 0,
  unreadable: 0,
};

const FIELDS = {
  newly_financed: "newlyFinanced",
  changed: "changed",
  unchanged: "unchanged",
  needs_you: "needsYou",
  unreadable: "unreadable",
} as const satisfies Record<Verdict, keyof SyncCounts>;

/** Counts the verdicts of one page. */
export function countVerdicts(verdicts: Iterable<Verdict>): SyncCounts {
  const counts = { ...noCounts };
  for (const verdict of verdicts) {
    counts.checked += 1;
    counts[FIELDS[verdict]] += 1;
  }
  return counts;
}

/** Adds two counts up. */
export function addCounts(one: SyncCounts, other: SyncCounts): SyncCounts {
  return {
    checked: one.checked + other.checked,
    newlyFinanced: one.newlyFinanced + other.newlyFinanced,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    needsYou: one.needsYou + other.needsYou,
    unreadable: one.unreadable + other.unreadable,
  };
}

/** The result line of a sync (R30): "3 newly financed, 14 unchanged, 1 needs you". */
export function syncResultLine(counts: SyncCounts): string {
  if (counts.checked === 0) return "No open invoices to check";
  const { newlyFinanced, changed, unchanged, needsYou, unreadable } = counts;
  const parts = [
    newlyFinanced > 0 && `${newlyFinanced} newly financed`,
    changed > 0 && `${changed} changed`,
    unchanged > 0 && `${unchanged} unchanged`,
    needsYou > 0 && `${needsYou} ${needsYou === 1 ? "needs" : "need"} you`,
    unreadable > 0 && `${unreadable} could not be read`,
  ];
  return parts.filter(Boolean).join(", ");
}
