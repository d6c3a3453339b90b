/** Limits what one OTR login has under way, and holds it back after a 429. Times are epoch milliseconds. */
export type LoginGate = {
  /** Runs the call as soon as a place is free, in order of asking; "paused" when the login is held back. */
  run: <T>(call: () => Promise<T>, now: () => number) => Promise<T | "paused">;
  pauseUntil: (time: number) => void;
  pausedMs: (now: number) => number;
  setLimit: (maxConcurrent: number) => void;
};

/** A gate that lets `maxConcurrent` calls through at once. */
export function createLoginGate(maxConcurrent: number): LoginGate {
  let limit = maxConcurrent;
  let underWay = 0;
  let pausedUntil = 0;
  const waiting: (() => void)[] = [];

  const admit = () => {
    while (underWay < limit) {
      const next = waiting.shift();
      if (!next) return;
      underWay += 1;
      next();
    }
  };

  return {
    run: async (call, now) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        admit();
      });
      try {
        // Asked after the wait: a 429 may have arrived while this call stood in line.
        return pausedUntil > now() ? "paused" : await call();
      } finally {
        underWay -= 1;
        admit();
      }
    },
    pauseUntil: (time) => {
      pausedUntil = Math.max(pausedUntil, time);
    },
    pausedMs: (now) => Math.max(0, pausedUntil - now),
    setLimit: (next) => {
      limit = next;
      admit();
    },
  };
}
