/** The time zones offered, by the names people use for them. Any other IANA zone is accepted too. */
const TIME_ZONES = {
  "America/New_York": "Eastern",
  "America/Chicago": "Central",
  "America/Denver": "Mountain",
  "America/Phoenix": "Arizona",
  "America/Los_Angeles": "Pacific",
  "America/Anchorage": "Alaska",
  "Pacific/Honolulu": "Hawaii",
  "America/Puerto_Rico": "Puerto Rico",
} as const;

/** Zone and name of each choice; the zone that is set now is one of them, whatever it is. */
export function timeZoneChoices(current: string): [zone: string, name: string][] {
  return Object.entries({ ...TIME_ZONES, ...(current in TIME_ZONES ? {} : { [current]: current }) });
}

/** True for an IANA time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en-US", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
