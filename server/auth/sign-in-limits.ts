import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimitStore } from "#db/queries/rate-limits.ts";

const WINDOW_SECONDS = 15 * 60;

/** Tries per 15 minutes: few per e-mail, and more per address, behind which a whole office may sit. */
const byEmail = limiter("sign_in_email", 10);
const byAddress = limiter("sign_in_address", 100);

/** Whose tries are counted; `ip` null counts by e-mail only. */
type Source = { email: string; ip: string | null };

/** Counts a try. Milliseconds until the next is allowed, or 0 when this one is. */
export async function countSignInTry({ email, ip }: Source): Promise<number> {
  const waits = await Promise.all([msToWait(byEmail, email), ip === null ? 0 : msToWait(byAddress, ip)]);
  return Math.max(...waits);
}

/** Takes the tries back after a success: people who know their password are not counted. */
export async function forgiveSignInTries({ email, ip }: Source): Promise<void> {
  await byEmail.delete(hashed(email));
  if (ip !== null) await byAddress.reward(hashed(ip));
}

function limiter(keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: rateLimitStore,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

async function msToWait(tries: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await tries.consume(hashed(key));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
    throw refusal;
  }
}

function hashed(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
