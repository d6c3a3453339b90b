/** When a company's nightly sync last ran: the local day it was for, 'YYYY-MM-DD', or null. */
export type Night = { timeZone: string; lastNightOf: string | null };

const hourOfNight = 2;

/**
 * The local day for which a company's nightly sync is due now, or null (R31): from 02:00 of the company's own
 * clock, once per local day. It compares clock readings, never elapsed hours, so it holds on the days when
 * 02:00 comes twice or not at all. A zone this system doesn't know counts as UTC.
 */
export function nightDue(now: Date, { timeZone, lastNightOf }: Night): string | null {
  const { day, hour } = localReading(now, timeZone);
  if (hour < hourOfNight) return null;
  return lastNightOf !== null && lastNightOf >= day ? null : day;
}

function localReading(now: Date, timeZone: string): { day: string; hour: number } {
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  } as const;
  try {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
    throw error;
  }
}
