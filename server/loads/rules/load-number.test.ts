import { expect, test } from "vitest";
import { nextLoadNumbers } from "./load-number.ts";

test.each([
  [[], ["1001", "1002"]],
  [["SH10401"], ["SH10402", "SH10403"]],
  // Newest first: an older, higher number of the same series counts.
  [
    ["SH10400", "SH10409", "SH10401"],
    ["SH10410", "SH10411"],
  ],
  [["NR0099"], ["NR0100", "NR0101"]],
  // A series that runs beside the newest one doesn't.
  [
    ["SH77", "OLD900"],
    ["SH78", "SH79"],
  ],
  [
    ["HOT", "SH5"],
    ["SH6", "SH7"],
  ],
  [["2026-0007"], ["2026-0008", "2026-0009"]],
  [["HOT"], ["1001", "1002"]],
  [["99999999999999999999"], ["100000000000000000000", "100000000000000000001"]],
] as const)("after %j come %j", (latest, next) => {
  expect(nextLoadNumbers(latest, 2)).toEqual(next);
});
