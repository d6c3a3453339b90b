import { setTimeout as sleep } from "node:timers/promises";
import type { OtrClientConfig } from "./config.ts";

/** Waiting and chance, injected so that a test waits for nothing. */
export type Pacing = { wait: (ms: number) => Promise<void>; random: () => number };

export const realPacing = {
  wait: async (ms) => {
    await sleep(ms);
  },
  random: Math.random,
} satisfies Pacing;

/** What an attempt tells the loop: done, or worth another try after at least `minWaitMs`. */
export type Attempt<T> = { result: T; again: false } | { result: T; again: true; minWaitMs: number };

/**
 * Repeats an attempt a few times with exponential, jittered waits; gives back the last result. A wait longer
 * than `maxWaitMs` is left to the caller's own schedule, so the loop ends at once.
 */
export async function withRetry<T>(
  limits: OtrClientConfig["retry"],
  pacing: Pacing,
  attempt: () => Promise<Attempt<T>>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await attempt();
    if (!outcome.again || tried >= limits.attempts) return outcome.result;
    const backoffMs = limits.firstDelayMs * 2 ** (tried - 1) * (0.5 + pacing.random());
    const waitMs = Math.max(backoffMs, outcome.minWaitMs);
    if (waitMs > limits.maxWaitMs) return outcome.result;
    await pacing.wait(waitMs);
  }
}
