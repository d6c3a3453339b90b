import { expect, test } from "vitest";
import { retryAfterSeconds } from "./retry-after.ts";

const now = new Date("2026-11-24T10:00:00Z");

test.each<[string | null, string | undefined, number | null]>([
  ["5", undefined, 5],
  ["0", undefined, 1],
  ["3600", undefined, 120],
  ["Tue, 24 Nov 2026 10:00:30 GMT", undefined, 30],
  ["Tue, 24 Nov 2026 09:00:00 GMT", undefined, 1],
  [null, "Rate limit is exceeded. Try again in 9 seconds.", 9],
  ["soon", "Rate limit is exceeded.", null],
  [null, undefined, null],
])("Retry-After %j with the text %j holds back %j seconds", (header, text, seconds) => {
  expect(retryAfterSeconds(header, text, now)).toBe(seconds);
});
