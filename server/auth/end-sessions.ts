import type { Tx } from "#db/client.ts";
import { endSessionsEverywhere } from "#db/queries/across-companies.ts";
import type { SessionId, UserId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import { notify } from "#server/live/notify.ts";

/**
 * Ends a person's sessions in all their companies, apart from `kept`, when their password changes: whoever knew
 * the old one is out at once, open pages included.
 */
export async function endSessions(
  tx: Tx,
  userId: UserId,
  now: Date,
  kept: SessionId | null = null,
): Promise<void> {
  const companies = await endSessionsEverywhere(tx, userId, now, kept);
  for (const companyId of companies) {
    await notify(tx, mintCompanyScope(companyId), { topic: "people", id: userId });
  }
}
