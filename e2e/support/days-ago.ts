import { localDate } from "#server/kernel/local-time.ts";

/** A calendar day, "2026-11-20", where the tested companies are. */
export function daysAgo(days: number): string {
  return localDate(new Date(Date.now() - days * 86_400_000), "America/Chicago");
}
