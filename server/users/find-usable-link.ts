import type { Tx } from "#db/client.ts";
import { findLink, lockLink } from "#db/queries/account-links.ts";
import { belongsElsewhere } from "#db/queries/across-companies.ts";
import type { AccountLinkId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { isUsable } from "./rules/account-link.ts";

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/**
 * A link that can be used at `now`, locked where asked. Undefined when it was used, withdrawn or has expired, and
 * when it would set the password of somebody who has joined another company since: only the operator's own links
 * (`createdBy` null) may do that.
 */
export async function findUsableLink(
  tx: Tx,
  scope: CompanyScope,
  { linkId, lock = false }: { linkId: AccountLinkId; lock?: boolean },
  now: Date,
): Promise<Link | undefined> {
  const link = await (lock ? lockLink : findLink)(tx, scope, linkId);
  if (!link || !isUsable(link, now)) return undefined;
  const { userId, createdBy } = link;
  if (userId && createdBy && (await belongsElsewhere(tx, userId, scope.companyId))) return undefined;
  return link;
}
