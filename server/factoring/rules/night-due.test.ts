import { expect, test } from "vitest";
import { nightDue } from "./night-due.ts";

const chicago = "America/Chicago";

test.each<[string, string, string, string | null, string | null]>([
  ["a minute before two", "2026-11-24T07:59:00Z", chicago, "2026-11-23", null],
  ["at two", "2026-11-24T08:00:00Z", chicago, "2026-11-23", "2026-11-24"],
  ["already run for the day", "2026-11-24T09:00:00Z", chicago, "2026-11-24", null],
  ["missed at two, caught up in the evening", "2026-11-25T03:00:00Z", chicago, "2026-11-23", "2026-11-24"],
  ["never run before", "2026-11-24T20:00:00Z", chicago, null, "2026-11-24"],
  ["UTC's day is not the company's", "2026-11-24T02:30:00Z", chicago, "2026-11-22", "2026-11-23"],
  ["spring: 02:00 does not exist, 03:00 does", "2026-03-08T08:00:00Z", chicago, "2026-03-07", "2026-03-08"],
  ["spring: 01:59 is too early", "2026-03-08T07:59:00Z", chicago, "2026-03-07", null],
  ["autumn: the second 01:30 is too early", "2026-11-01T07:30:00Z", chicago, "2026-10-31", null],
  ["autumn: two o'clock", "2026-11-01T08:00:00Z", chicago, "2026-10-31", "2026-11-01"],
  ["half-hour zone", "2026-11-24T20:15:00Z", "Asia/Kathmandu", "2026-11-24", "2026-11-25"],
  [
    "moved to a zone where it is still yesterday",
    "2026-11-24T12:00:00Z",
    "Pacific/Honolulu",
    "2026-11-25",
    null,
  ],
  ["midnight is hour 0, not 24", "2026-11-24T06:00:00Z", chicago, "2026-11-23", null],
  ["an unknown zone counts as UTC", "2026-11-24T02:00:00Z", "Mars/Olympus", null, "2026-11-24"],
])("%s", (_case, now, timeZone, lastNightOf, due) => {
  expect(nightDue(new Date(now), { timeZone, lastNightOf })).toBe(due);
});
