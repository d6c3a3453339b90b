/** The counts of one sync run; `changed` leaves out what became financed. */
export type SyncCounts = {
  newlyFinanced: number;
  changed: number;
  unchanged: number;
  needsYou: number;
  unreadable: number;
};

const PARTS = [
  { count: "newlyFinanced", always: true, words: (n) => `${n} newly financed` },
  { count: "changed", always: false, words: (n) => `${n} changed` },
  { count: "unchanged", always: true, words: (n) => `${n} unchanged` },
  { count: "needsYou", always: false, words: (n) => (n === 1 ? "1 needs you" : `${n} need you`) },
  { count: "unreadable", always: false, words: (n) => `${n} could not be read` },
] as const satisfies { count: keyof SyncCounts; always: boolean; words: (n: number) => string }[];

/** What a sync did, in a line: "3 newly financed, 14 unchanged, 1 needs you" (R30). */
export function syncResult(counts: SyncCounts): string {
  return PARTS.filter((part) => part.always || counts[part.count] > 0)
    .map((part) => part.words(counts[part.count]))
    .join(", ");
}
