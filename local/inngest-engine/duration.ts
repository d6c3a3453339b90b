const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Milliseconds of the SDK's spans, e.g. `1d2h30m`. Throws on anything else. */
export function parseDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join("") !== text)
    throw new Error(`not a duration: "${text}"`);
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * unitMs(unit), 0);
}

/** The moment a sleep or timeout names: a span from `now`, or an ISO date. Throws on anything else. */
export function parseMoment(text: string, now: Date): Date {
  if (/^\d{4}-/.test(text)) {
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) throw new Error(`not a date: "${text}"`);
    return date;
  }
  return new Date(now.getTime() + parseDuration(text));
}

function unitMs(unit: string | undefined): number {
  for (const [name, milliseconds] of Object.entries(UNIT_MS)) if (name === unit) return milliseconds;
  return 0;
}
