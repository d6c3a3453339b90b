/*
 * Written out by hand: a browser's first `Intl.NumberFormat` takes tens of milliseconds, before the page answers.
 */

/** A whole number with its thousands apart, as every count is shown: 1250 → "1,250", -1250 → "-1,250". */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
