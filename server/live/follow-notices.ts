import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "#server/auth/actor.ts";
import { findActorOfSession } from "#server/auth/find-actor.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { liveSwitchboard } from "./listen.ts";
import type { LiveMessage } from "./schemas.ts";

/** A session is looked up again this often while its page only listens. */
const RECHECK_MS = 60_000;

/**
 * What changes in the actor's company, from now until `signal` aborts. The first message says that listening
 * has begun, with `missed`: whatever was loaded before may be old. Throws not_signed_in soon after the
 * session ends, and at once when a "people" notice says why.
 */
export async function* followNotices(
  actor: Actor,
  signal: AbortSignal,
  recheckMs = RECHECK_MS,
): AsyncGenerator<LiveMessage, void> {
  const switchboard = await liveSwitchboard();
  const box = switchboard.subscribe(actor.scope);
  const leave = () => switchboard.unsubscribe(actor.scope, box);
  // A stream that nobody reads any more never gets to its `finally`.
  signal.addEventListener("abort", leave, { once: true });
  try {
    box.putMissed();
    let checkedAt = performance.now();
    while (!signal.aborted) {
      await arrivedOrLate(box.arrived(), checkedAt + recheckMs - performance.now(), signal);
      const message = box.take();
      const rightsChanged = message.missed || message.notices.some(({ topic }) => topic === "people");
      if (rightsChanged || performance.now() - checkedAt >= recheckMs) {
        await assertSessionLives(actor);
        checkedAt = performance.now();
      }
      if (!signal.aborted && (message.missed || message.notices.length > 0)) yield message;
    }
  } finally {
    leave();
  }
}

/** Settles when something arrived, `ms` have passed or the subscriber left. */
async function arrivedOrLate(arrived: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  const settled = new AbortController();
  const until = AbortSignal.any([signal, settled.signal]);
  await Promise.race([arrived, wait(Math.max(ms, 0), undefined, { signal: until }).catch(() => undefined)]);
  settled.abort();
}

async function assertSessionLives({ scope, userId, sessionId, ip }: Actor): Promise<void> {
  const claims = { companyId: scope.companyId, userId, sessionId };
  if (await findActorOfSession(claims, ip, systemClock())) return;
  throw new AppError("not_signed_in", "Your session has ended. Sign in again to go on.");
}
