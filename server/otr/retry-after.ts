const maxPauseSeconds = 120;

/**
 * Seconds to hold back after a 429: the `Retry-After` header (seconds or an HTTP date), else the time named in
 * the gateway's sentence ("Try again in 5 seconds"), capped at 120 s; null when neither is given (OTR §9.3).
 */
export function retryAfterSeconds(header: string | null, text: string | undefined, now: Date): number | null {
  const seconds = secondsOfHeader(header, now) ?? secondsOfSentence(text);
  return seconds === null ? null : Math.min(Math.max(seconds, 1), maxPauseSeconds);
}

function secondsOfHeader(header: string | null, now: Date): number | null {
  if (!header) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.ceil((at - now.getTime()) / 1000);
}

function secondsOfSentence(text: string | undefined): number | null {
  const match = /in (\d+) seconds?/i.exec(text ?? "");
  return match ? Number(match[1]) : null;
}
