import { expect, test } from "vitest";
import { formatCents, sumCents } from "./money.ts";

test.each([
  [185_000, "$1,850.00"],
  [1, "$0.01"],
  [0, "$0.00"],
  [-12_345, "-$123.45"],
  [123_456_789_01, "$123,456,789.01"],
])("%i cents read %s", (cents, text) => {
  expect(formatCents(cents)).toBe(text);
});

test("sums stay whole cents where dollars as floats would drift", () => {
  expect(sumCents(Array.from({ length: 1_000 }, () => 10))).toBe(10_000);
  expect(sumCents([])).toBe(0);
});
