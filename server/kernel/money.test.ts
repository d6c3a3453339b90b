import { expect, test } from "vitest";
import { formatCents, parseDollars, sumCents, toDollars } from "./money.ts";

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

test.each([
  ["1850", 185_000],
  ["$1,850.5", 185_050],
  [" 1,850.05 ", 185_005],
  [".75", 75],
  ["-120", -12_000],
  ["0", 0],
  ["-0", 0],
  ["", undefined],
  ["-", undefined],
  [".", undefined],
  ["1,85", undefined],
  ["12.345", undefined],
  ["1e3", undefined],
  ["eighteen", undefined],
  ["12345678901", undefined],
])("%j is read as %s cents", (typed, cents) => {
  expect(parseDollars(typed)).toBe(cents);
});

test.each([0, 5, 185_050, -12_000, 123_456_789])(
  "%i cents to be edited are read back as they were",
  (cents) => {
    expect(parseDollars(toDollars(cents))).toBe(cents);
  },
);
