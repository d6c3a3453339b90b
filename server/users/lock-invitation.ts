import type { Tx } from "#db/client.ts";
import { lockLink } from "#db/queries/account-links.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { AccountLinkId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** An invitation that nobody has used or withdrawn, locked; expired ones too. Throws not_found. */
export async function lockInvitation(tx: Tx, scope: CompanyScope, linkId: AccountLinkId) {
  const link = await lockLink(tx, scope, linkId);
  if (link?.kind !== "invitation" || link.usedAt !== null || link.withdrawnAt !== null) {
    throw new AppError(
      "not_found",
      "There is no such invitation: it was used or withdrawn. Reload the page.",
    );
  }
  return link;
}
