/**
 * How long to wait after the `tries`-th call in a row that brought no answer, in seconds; null when the
 * replays are used up and a person must look (OTR §10.1).
 */
export function replayWait(tries: number, schedule: readonly number[]): number | null {
  return schedule[tries - 1] ?? null;
}
