import { expect, test } from "vitest";
import { formatCount } from "./count.ts";

const english = new Intl.NumberFormat("en-US");

test.each([
  0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 9_007_199_254_740_991, -1, -999, -1_000, -1_234_567,
])("%i is written as English has it", (count) => {
  expect(formatCount(count)).toBe(english.format(count));
});
