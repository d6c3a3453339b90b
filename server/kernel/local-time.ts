/*
 * Times are shown in the company's zone, whatever the reader's or the server's is (R38). One formatter for each zone
 * tells what the clocks there show; the words are ours: a browser takes 10 ms for each formatter it makes.
 */

/** What calendar and clock show; month 1–12. */
type LocalTime = { year: number; month: number; day: number; hour: string; minute: string };

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An instant as "Mon, Nov 23". */
export function formatDay(instant: string, timeZone: string): string {
  return dayWords(localTime(new Date(instant), timeZone));
}

/** An instant as "Mon, Nov 23, 14:05"; the year is added where it isn't `now`'s. */
export function formatDayTime(instant: string, timeZone: string, now: Date): string {
  const time = localTime(new Date(instant), timeZone);
  const day = dayWords(time);
  const dated = time.year === localTime(now, timeZone).year ? day : `${day}, ${time.year}`;
  return `${dated}, ${clock(time)}`;
}

/** An instant as "14:05". */
export function formatClock(instant: string, timeZone: string): string {
  return clock(localTime(new Date(instant), timeZone));
}

/** A calendar date ("2026-11-23") as "Mon, Nov 23"; it has no zone and is never shifted. */
export function formatCalendarDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return dayWords({ year, month, day });
}

/** The calendar date of an instant in a zone, "2026-11-23". */
export function localDate(instant: Date, timeZone: string): string {
  return isoDate(localTime(instant, timeZone));
}

/** An instant as "2026-11-23 14:05": sorts as text and reads as a date in a spreadsheet. */
export function sortable(instant: string, timeZone: string): string {
  const time = localTime(new Date(instant), timeZone);
  return `${isoDate(time)} ${clock(time)}`;
}

function dayWords({ year, month, day }: Pick<LocalTime, "year" | "month" | "day">): string {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${WEEKDAYS[weekday]}, ${MONTHS[month - 1]} ${day}`;
}

function clock({ hour, minute }: LocalTime): string {
  return `${hour}:${minute}`;
}

function isoDate({ year, month, day }: LocalTime): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function localTime(instant: Date, timeZone: string): LocalTime {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) shown[type] = value;
  const { year, month, day, hour = "", minute = "" } = shown;
  return { year: Number(year), month: Number(month), day: Number(day), hour, minute };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(timeZone, made);
  return made;
}
