import { withoutCompany } from "#db/client.ts";
import { dropOldRows as dropRows } from "#db/queries/across-companies-sweep.ts";

const dayMs = 86_400_000;

/** An event's row says what was sent; as a key against sending twice it is done when it is acknowledged. */
const EVENTS_KEPT_MS = 30 * dayMs;

/** A sign-in and a one-time link are named in the audit; half a year after their end their name there goes too. */
const SIGN_INS_KEPT_MS = 180 * dayMs;

const atMost = 1000;

/**
 * Drops outbox events that were sent more than 30 days ago, and sign-ins and used-up one-time links that ended more
 * than 180 days ago, of every company, at most a thousand of each; returns how many. What is unsent, alive, or still
 * in the list of people stays, however old.
 */
export function dropOldRows(now: Date): Promise<{ events: number; sessions: number; links: number }> {
  const before = (keptMs: number) => new Date(now.getTime() - keptMs);
  return withoutCompany((tx) =>
    dropRows(tx, { sentBefore: before(EVENTS_KEPT_MS), endedBefore: before(SIGN_INS_KEPT_MS), atMost }),
  );
}
