/**
 * When each lane of the queue next has something due, kept in memory so that an idle or blocked queue costs no query.
 *
 * A lane holds the jobs with the same set of concurrency keys. The truth is the job table; this is a hint that is only
 * ever too early: an added job announces itself after its commit, and a sweep re-reads the table now and then.
 */
export type Lanes = {
  /** There is, or may be, a job due in the lane at that time (ms). The earliest announcement counts. */
  due(lane: string, at: number): void;
  /** Lanes with something due, least recently served first. */
  ready(now: number): string[];
  /** Forgets the lane before its jobs are asked for: what is announced meanwhile is kept. */
  take(lane: string): void;
  clear(): void;
};

/** Jobs without a concurrency key. */
export const OPEN_LANE = "";
/** The engine's own work (wake-ups, fires, crons, cancellations): it must not queue behind calls. */
export const TIMER_LANE = "*";

const SEPARATOR = "\n";

export function createLanes(): Lanes {
  const dueAt = new Map<string, number>();
  return {
    due(lane, at) {
      const known = dueAt.get(lane);
      if (known === undefined || at < known) dueAt.set(lane, at);
    },
    ready: (now) => [...dueAt].flatMap(([lane, at]) => (at <= now ? [lane] : [])),
    take: (lane) => void dueAt.delete(lane),
    clear: () => dueAt.clear(),
  };
}

/** The lane of jobs that hold these concurrency keys. */
export function laneOf(keys: string[]): string {
  return keys.toSorted().join(SEPARATOR);
}

/** The concurrency keys a job of this lane holds while it runs. */
export function keysOf(lane: string): string[] {
  return lane === OPEN_LANE || lane === TIMER_LANE ? [] : lane.split(SEPARATOR);
}
