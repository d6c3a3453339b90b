import { formatCount } from "#server/kernel/count.ts";

const dayFormat = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  month: "short",
  day: "numeric",
  year: "numeric",
});

/** '2026-11-24' → "Nov 24, 2026": a calendar date, whatever the server's time zone. */
export function printDate(date: string): string {
  return dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** 42000, "lb" → "42,000 lb"; nothing known gives a dash. */
export function printQuantity(value: number | null, unit: string): string {
  return value === null ? "–" : `${formatCount(value)} ${unit}`;
}

/** "Joliet, IL" from its parts, leaving out what is empty. */
export function printPlace({ city, state, zip }: { city: string; state: string; zip?: string }): string {
  const place = [city, state].filter((part) => part !== "").join(", ");
  return [place, zip ?? ""].filter((part) => part !== "").join(" ");
}

/** The lines of a postal address, leaving out what is empty. */
export function printAddress(address: {
  street: string;
  city: string;
  state: string;
  zip: string;
}): string[] {
  return [address.street, printPlace(address)].filter((line) => line !== "");
}
