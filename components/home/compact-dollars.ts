const compact = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  notation: "compact",
  maximumFractionDigits: 1,
});

/** 4215000 → "$42.2K": for the axis of a chart, where the exact amount stands in the table behind it. */
export function compactDollars(cents: number): string {
  return compact.format(cents / 100);
}
