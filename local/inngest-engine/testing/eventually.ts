import { setTimeout as pause } from "node:timers/promises";

const POLL_MS = 25;

/** Polls until `read` answers something other than undefined or false, and answers that. Throws at the deadline (ms). */
export async function eventually<T>(
  what: string | (() => string),
  read: () => T | undefined | false | Promise<T | undefined | false>,
  deadlineMs = 40_000,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  while (Date.now() < deadline) {
    const value = await read();
    if (value !== undefined && value !== false) return value;
    await pause(POLL_MS);
  }
  throw new Error(`did not happen within ${deadlineMs} ms: ${typeof what === "string" ? what : what()}`);
}
