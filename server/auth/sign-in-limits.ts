import { networkOf } from "./rules/network-of.ts";
import { tryLimiter } from "./try-limiter.ts";

/** Tries per 15 minutes: few per e-mail, and more per address, behind which a whole office may sit. */
const byEmail = tryLimiter("sign_in_email", 10);
const byAddress = tryLimiter("sign_in_address", 100);

/** Whose tries are counted; `ip` null counts by e-mail only. */
type Source = { email: string; ip: string | null };

/** Counts a try. Milliseconds until the next is allowed, or 0 when this one is. */
export async function countSignInTry({ email, ip }: Source): Promise<number> {
  const waits = await Promise.all([byEmail.count(email), ip === null ? 0 : byAddress.count(networkOf(ip))]);
  return Math.max(...waits);
}

/** Takes the tries back after a success: people who know their password are not counted. */
export async function forgiveSignInTries({ email, ip }: Source): Promise<void> {
  await byEmail.forget(email);
  if (ip !== null) await byAddress.reward(networkOf(ip));
}
