import { createHash } from "node:crypto";
import { withoutCompany } from "#db/client.ts";
import { findAccountLink } from "#db/queries/across-companies.ts";
import type { AccountLinkId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { networkOf } from "./rules/network-of.ts";
import { tryLimiter } from "./try-limiter.ts";

/** Tokens that open nothing, per address and 15 minutes. */
const misses = tryLimiter("account_link_miss", 30);

type Found = { waitMs: number } | { scope: CompanyScope; linkId: AccountLinkId } | undefined;

/** What is stored of a token, hex SHA-256. A look-up by it takes no longer for a token that is nearly right. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The company that a one-time link belongs to: whoever holds the token acts for that link in it, and for nothing
 * else. Used and expired links are found too. Undefined for a token of nothing, `waitMs` for an address that
 * sent too many of those.
 */
export async function findLinkScope(token: string, ip: string | null): Promise<Found> {
  const source = ip === null ? "unknown" : networkOf(ip);
  const waitMs = await misses.msToWait(source);
  if (waitMs > 0) return { waitMs };
  const link = await withoutCompany((tx) => findAccountLink(tx, tokenHash(token)));
  if (link) return { scope: mintCompanyScope(link.companyId), linkId: link.linkId };
  await misses.count(source);
  return undefined;
}
