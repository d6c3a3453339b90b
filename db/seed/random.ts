/** A stream of chance that repeats itself for the same seed number, so that two demos are alike. */
export type Random = {
  /** 0 ≤ n < 1. */
  next: () => number;
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** True in `share` of all cases. */
  chance: (share: number) => boolean;
  /** Bell-shaped around 0, mostly within ±1. */
  wobble: () => number;
};

/** Mulberry32 over a seed number. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    chance: (share) => next() < share,
    wobble: () => (next() + next() + next() - 1.5) / 0.75,
  };
}
