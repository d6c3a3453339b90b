import { keysOf, TIMER_LANE } from "./lanes.ts";

/**
 * Who holds which concurrency key. Counts live in memory because only one engine is active; after a takeover they are
 * rebuilt from the leases in the job table.
 */
export type Slots = {
  hold(jobId: string, lane: string): void;
  free(jobId: string): void;
  holds(jobId: string): boolean;
  /** A view for one claim, from which rooms are booked lane by lane before any job is known. */
  planner(): { book(lane: string): number };
};

/** Calls in flight at once, whatever their keys: beyond it the app is only slowed down. */
const MAX_CALLS = 128;
const MAX_TIMERS = 16;
/** A claim takes no more than this from one lane, so that lanes are served in turn. */
const MAX_PER_LANE = 32;

export function createSlots(limitOf: (key: string) => number): Slots {
  const jobs = new Map<string, string>();
  const held = new Map<string, number>();
  let timers = 0;

  function count(lane: string, by: 1 | -1): void {
    if (lane === TIMER_LANE) timers += by;
    for (const key of keysOf(lane)) {
      const next = (held.get(key) ?? 0) + by;
      if (next > 0) held.set(key, next);
      else held.delete(key);
    }
  }

  return {
    hold(jobId, lane) {
      if (jobs.has(jobId)) return;
      jobs.set(jobId, lane);
      count(lane, 1);
    },
    free(jobId) {
      const lane = jobs.get(jobId);
      if (lane === undefined) return;
      jobs.delete(jobId);
      count(lane, -1);
    },
    holds: (jobId) => jobs.has(jobId),
    planner() {
      const booked = new Map<string, number>();
      let calls = MAX_CALLS - (jobs.size - timers);
      let freeTimers = MAX_TIMERS - timers;
      return {
        book(lane) {
          if (lane === TIMER_LANE) {
            const room = Math.max(0, freeTimers);
            freeTimers = 0;
            return room;
          }
          const keys = keysOf(lane);
          const rooms = keys.map((key) => limitOf(key) - (held.get(key) ?? 0) - (booked.get(key) ?? 0));
          const room = Math.max(0, Math.min(calls, MAX_PER_LANE, ...rooms));
          for (const key of keys) booked.set(key, (booked.get(key) ?? 0) + room);
          calls -= room;
          return room;
        },
      };
    },
  };
}
