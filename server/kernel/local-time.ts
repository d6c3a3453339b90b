/** Times are shown in the company's zone, whatever the reader's or the server's is (R38). */

/** An instant as "Mon, Nov 23". */
export function formatDay(instant: string, timeZone: string): string {
  return formatter(timeZone, { weekday: "short", month: "short", day: "numeric" }).format(new Date(instant));
}

/** An instant as "Mon, Nov 23, 14:05"; the year is added where it isn't `now`'s. */
export function formatDayTime(instant: string, timeZone: string, now: Date): string {
  const at = new Date(instant);
  const year = formatter(timeZone, { year: "numeric" });
  const sameYear = year.format(at) === year.format(now);
  const day = formatter(timeZone, {
    weekday: "short",
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  });
  return `${day.format(at)}, ${formatClock(instant, timeZone)}`;
}

/** An instant as "14:05". */
export function formatClock(instant: string, timeZone: string): string {
  return formatter(timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(instant),
  );
}

/** A calendar date ("2026-11-23") as "Mon, Nov 23"; it has no zone and is never shifted. */
export function formatCalendarDate(date: string): string {
  return formatDay(`${date}T12:00:00Z`, "UTC");
}

/** The calendar date of an instant in a zone, "2026-11-23". */
export function localDate(instant: Date, timeZone: string): string {
  return sortable(instant.toISOString(), timeZone).slice(0, 10);
}

/** An instant as "2026-11-23 14:05": sorts as text and reads as a date in a spreadsheet. */
export function sortable(instant: string, timeZone: string): string {
  const parts = new Map(
    formatter(timeZone, {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return `${get("year")}-${get("month")}-${get("day")} ${get("hour")}:${get("minute")}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are costly to make and lists use the same few for every row. */
function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
