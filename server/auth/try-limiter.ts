import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimitStore } from "#db/queries/rate-limits.ts";

const WINDOW_SECONDS = 15 * 60;

/** Counts tries per key (an e-mail, an address); only hashes of keys are kept. */
export type TryLimiter = {
  /** Counts a try. Milliseconds until the next is allowed, or 0 when this one is. */
  count(key: string): Promise<number>;
  /** Milliseconds until a try is allowed, or 0; counts nothing. */
  msToWait(key: string): Promise<number>;
  /** Takes one try back. */
  reward(key: string): Promise<void>;
  /** Takes all tries back. */
  forget(key: string): Promise<void>;
};

/** Allows so many tries per key within 15 minutes; counted in the database, so for all copies of the app together. */
export function tryLimiter(name: string, points: number): TryLimiter {
  const tries = new RateLimiterPostgres({
    storeClient: rateLimitStore,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: WINDOW_SECONDS,
  });
  return {
    count: (key) => consume(tries, hashed(key)),
    msToWait: async (key) => {
      const so = await tries.get(hashed(key));
      return so && so.consumedPoints >= points ? Math.max(so.msBeforeNext, 1) : 0;
    },
    reward: async (key) => void (await tries.reward(hashed(key))),
    forget: async (key) => void (await tries.delete(hashed(key))),
  };
}

async function consume(tries: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await tries.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
    throw refusal;
  }
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
