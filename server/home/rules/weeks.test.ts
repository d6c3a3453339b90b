import { expect, test } from "vitest";
import { lastWeeks, monthStart } from "./weeks.ts";

const chicago = "America/Chicago";

test.each([
  ["Monday, a minute after midnight", "2026-11-23T00:01:00-06:00", "2026-11-23"],
  ["Sunday, a minute before it", "2026-11-22T23:59:00-06:00", "2026-11-16"],
  ["a Wednesday", "2026-11-25T12:00:00-06:00", "2026-11-23"],
  ["the first week of a year begins in the old one", "2027-01-02T12:00:00-06:00", "2026-12-28"],
])("this week begins on its Monday in the company's zone: %s", (_name, now, monday) => {
  expect(lastWeeks(new Date(now), chicago).at(-1)).toBe(monday);
});

test("twelve weeks, a week apart, over the change of the clock", () => {
  const weeks = lastWeeks(new Date("2026-11-24T12:00:00-06:00"), chicago);
  expect(weeks).toHaveLength(12);
  expect(weeks[0]).toBe("2026-09-07");
  expect(weeks).toContain("2026-11-02");
  expect(new Set(weeks.map((day) => new Date(`${day}T00:00:00Z`).getUTCDay()))).toEqual(new Set([1]));
});

test("the month is the company's, not the server's", () => {
  expect(monthStart(new Date("2026-12-01T03:00:00Z"), chicago)).toBe("2026-11-01");
  expect(monthStart(new Date("2026-12-01T03:00:00Z"), "Asia/Kathmandu")).toBe("2026-12-01");
});
