/** One measured figure. Without a bound it is told, not judged. */
export type Figure = {
  figure: string;
  measured: number;
  unit: "ms" | "s" | "kB" | "MiB" | "×" | "per second" | "requests" | "";
  bound?: number;
  /** The bound is the least that is allowed, not the most. */
  atLeast?: true;
  /** What the figure was made of: "28.9 ms against 34.2 ms". */
  detail?: string;
};

/** Whether a figure keeps to its bound. */
export function isWithin({ measured, bound, atLeast }: Figure): boolean {
  if (bound === undefined) return true;
  return atLeast ? measured >= bound : measured <= bound;
}

/** The middle one of several measurements. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
