/** Seconds before retry 1, 2, …, as the real server waits; the last one repeats. */
const TABLE = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];
const MAX_JITTER_MS = 30_000;

/** When to try again after attempt `attempt` (0 is the first) failed. The app's Retry-After wins. */
export function retryAt(
  attempt: number,
  now: Date,
  { override, retryAfter }: { override: number[] | undefined; retryAfter?: Date | undefined },
): Date {
  if (retryAfter) return retryAfter;
  const table = override ?? TABLE;
  const seconds = table[Math.min(attempt, table.length - 1)] ?? 0;
  const jitter = override ? 0 : Math.random() * MAX_JITTER_MS;
  return new Date(now.getTime() + seconds * 1000 + jitter);
}
