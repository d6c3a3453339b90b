import { expect, test } from "vitest";
import { chartOf } from "./chart-of.ts";

const week = (acceptedCents: number, financedCents: number) => ({
  monday: "2026-11-23",
  acceptedCents,
  financedCents,
});

test("an empty time has no scale", () => {
  expect(chartOf([week(0, 0), week(0, 0)])).toEqual({ top: 0, lines: [] });
});

test.each([
  [1, 1],
  [185_000, 200_000],
  [200_000, 200_000],
  [200_001, 500_000],
  [999_999_99, 1_000_000_00],
])("the scale of %i cents ends at the round amount above it", (highest, top) => {
  expect(chartOf([week(highest, 0)]).top).toBe(top);
});

test("amounts are drawn from the left edge to the right, the highest at the top", () => {
  const { lines } = chartOf([week(0, 0), week(100_000, 0), week(200_000, 50_000)]);
  expect(lines.map(({ points }) => points)).toEqual(["0,100 50,50 100,0", "0,100 50,100 100,75"]);
});

test.each([
  [200_000, 200_000],
  [0, 0],
  [100_000, 90_000],
  [0, 200_000],
])("the labels of lines that end at %i and %i cents stand within the chart, clear of each other", (a, b) => {
  const { lines } = chartOf([week(200_000, 0), week(a, b)]);
  const [first = 0, second = 0] = lines.map(({ labelTop }) => labelTop).toSorted((x, y) => x - y);
  expect(second - first).toBeGreaterThanOrEqual(11);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(second).toBeLessThanOrEqual(100);
});
