import { expect, test } from "vitest";
import { parseDuration, parseMoment } from "./duration.ts";

test.each([
  ["2s", 2000],
  ["1d2h", 93_600_000],
  ["1w", 604_800_000],
  ["1m30s", 90_000],
])("%s is %d ms", (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test("a moment is a span from now or a date", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  expect(parseMoment("1h", now)).toEqual(new Date("2026-01-01T01:00:00Z"));
  expect(parseMoment("2026-02-01T00:00:00.000Z", now)).toEqual(new Date("2026-02-01T00:00:00Z"));
});

test.each(["soon", "", "5", "2s later", "2026-99-99"])("%j is refused", (text) => {
  expect(() => parseMoment(text, new Date())).toThrow(/not a/);
});
