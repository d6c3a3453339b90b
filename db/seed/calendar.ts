const DAY_MS = 86_400_000;

/** Days and hours of the demo, counted back from now in the company's time zone. */
export type Calendar = {
  now: Date;
  /** The local calendar date `daysAgo` days back, 'YYYY-MM-DD'; negative is ahead. */
  date: (daysAgo: number) => string;
  /** The instant at a local time of that day, e.g. at(3, 14.5) is half past two. */
  at: (daysAgo: number, hour: number) => Date;
  /** The nearest day at or before it that people work on. */
  workday: (daysAgo: number) => number;
};

/** A calendar around `now` for an IANA zone. */
export function createCalendar(now: Date, timeZone: string): Calendar {
  const offsetMs = zoneOffset(timeZone);
  const today = Date.parse(`${new Intl.DateTimeFormat("en-CA", { timeZone }).format(now)}T00:00:00Z`);
  const dayOf = (daysAgo: number) => new Date(today - daysAgo * DAY_MS);
  return {
    now,
    date: (daysAgo) => dayOf(daysAgo).toISOString().slice(0, 10),
    at: (daysAgo, hour) => {
      const asIfUtc = new Date(dayOf(daysAgo).getTime() + Math.round(hour * 3_600_000));
      return new Date(asIfUtc.getTime() - offsetMs(asIfUtc));
    },
    workday: (daysAgo) => {
      const weekday = dayOf(daysAgo).getUTCDay();
      return daysAgo + (weekday === 0 ? 2 : weekday === 6 ? 1 : 0);
    },
  };
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function zoneOffset(timeZone: string): (instant: Date) => number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  return (instant) => {
    const name = format.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
    const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
    return sign === "-" ? -ahead : ahead;
  };
}
