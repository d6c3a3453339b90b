import { localDate } from "#server/kernel/local-time.ts";

/** How many weeks the home page looks back, this one included. */
export const WEEKS_SHOWN = 12;

/** The Mondays of the last twelve weeks in the company's zone, oldest first, as calendar dates; the last is this week's. */
export function lastWeeks(now: Date, timeZone: string): string[] {
  const monday = mondayOf(localDate(now, timeZone));
  return Array.from({ length: WEEKS_SHOWN }, (_, index) => addDays(monday, (index - WEEKS_SHOWN + 1) * 7));
}

/** The first day of the month that it is in the company's zone, as a calendar date. */
export function monthStart(now: Date, timeZone: string): string {
  return `${localDate(now, timeZone).slice(0, 7)}-01`;
}

function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
