import type { Actor } from "#server/auth/actor.ts";
import { tryLimiter } from "#server/auth/try-limiter.ts";
import { AppError } from "#server/kernel/errors.ts";

/** Presses of ↻ per 15 minutes: a morning's round of brokers fits several times over, a script does not. */
const byUser = tryLimiter("credit_refresh_user", 200);
const byCompany = tryLimiter("credit_refresh_company", 600);

/** Counts a press of ↻, first for the person, then for the company. Throws too_many_requests with how long to wait. */
export async function countRefresh({ userId, scope }: Actor): Promise<void> {
  const waitMs = (await byUser.count(userId)) || (await byCompany.count(scope.companyId));
  if (waitMs === 0) return;
  const minutes = Math.ceil(waitMs / 60_000);
  throw new AppError(
    "too_many_requests",
    `That was a lot of checks in a short while. Wait ${minutes} min, then press ↻ again; until then OTR's last answer stays.`,
    { retryable: true },
  );
}
