import { expect, test } from "vitest";
import { isCheckDue } from "./check-due.ts";

const answered = new Date("2026-11-22T09:30:00.000Z");
const after = (hours: number, ms = 0) => new Date(answered.getTime() + hours * 3_600_000 + ms);

test.each([
  ["at once", after(0), false],
  ["a millisecond before a day", after(24, -1), false],
  ["exactly a day: not yet older", after(24), false],
  ["a millisecond after a day", after(24, 1), true],
  ["a week later", after(168), true],
  ["asked by a clock that runs behind", after(-1), false],
])("a broker answered about is due again %s: %#", (_when, now, due) => {
  expect(isCheckDue(answered, now)).toBe(due);
});

test("a broker about whom OTR never answered is due", () => {
  expect(isCheckDue(null, answered)).toBe(true);
});

test.each([
  [
    "spring forward: a local day of 23 hours",
    "2026-03-07T12:00:00-06:00",
    "2026-03-08T12:00:00-05:00",
    false,
  ],
  ["spring forward: 24 elapsed hours", "2026-03-07T12:00:00-06:00", "2026-03-08T13:00:00.001-05:00", true],
  ["fall back: a local day of 25 hours", "2026-10-31T12:00:00-05:00", "2026-11-01T12:00:00-06:00", true],
  ["fall back: 24 elapsed hours", "2026-10-31T12:00:00-05:00", "2026-11-01T11:00:00-06:00", false],
])("elapsed hours count, not the wall clock (Chicago): %s", (_name, answeredAt, now, due) => {
  expect(isCheckDue(new Date(answeredAt), new Date(now))).toBe(due);
});
