import { expect, test } from "vitest";
import { formatCalendarDate, formatDay, formatDayTime, localDate, sortable } from "./local-time.ts";

const chicago = "America/Chicago";
const lateEvening = "2026-11-24T04:30:00.000Z";

test("times are the company's, not the reader's", () => {
  expect(formatDayTime(lateEvening, chicago, new Date("2026-12-01T00:00:00Z"))).toBe("Mon, Nov 23, 22:30");
  expect(sortable(lateEvening, chicago)).toBe("2026-11-23 22:30");
  expect(localDate(new Date(lateEvening), chicago)).toBe("2026-11-23");
});

test("another year is named", () => {
  expect(formatDayTime(lateEvening, chicago, new Date("2027-03-01T12:00:00Z"))).toBe(
    "Mon, Nov 23, 2026, 22:30",
  );
});

test("a calendar date is never shifted", () => {
  expect(formatCalendarDate("2026-11-23")).toBe("Mon, Nov 23");
});

test("midnight reads 00, not 24", () => {
  expect(sortable("2026-11-24T06:00:00.000Z", chicago)).toBe("2026-11-24 00:00");
});

test.each([chicago, "Asia/Kathmandu", "UTC"])(
  "every day of four years reads as English has it, in %s",
  (timeZone) => {
    const english = new Intl.DateTimeFormat("en-US", {
      timeZone,
      weekday: "short",
      month: "short",
      day: "numeric",
    });
    for (let day = 0; day < 1_461; day += 1) {
      const instant = new Date(Date.UTC(2024, 0, 1, 3, 20) + day * 86_400_000);
      expect(formatDay(instant.toISOString(), timeZone)).toBe(english.format(instant));
      expect(formatCalendarDate(localDate(instant, timeZone))).toBe(english.format(instant));
    }
  },
);
