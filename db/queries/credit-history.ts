import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { creditChecks, integrations, subsidiaries, users } from "#db/schema/index.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/**
 * The newest checks of a customer over all logins. Each login's newest come straight from the index
 * credit_checks_broker, however long the history.
 */
export function listCreditHistory(tx: Tx, scope: CompanyScope, customerId: CustomerId, atMost: number) {
  const newest = tx
    .select()
    .from(creditChecks)
    .where(
      and(
        eq(creditChecks.companyId, scope.companyId),
        eq(creditChecks.customerId, customerId),
        eq(creditChecks.integrationId, integrations.id),
      ),
    )
    .orderBy(desc(creditChecks.checkedAt))
    .limit(atMost)
    .as("newest");
  return tx
    .select({
      id: newest.id,
      at: newest.checkedAt,
      subsidiaryName: subsidiaries.name,
      mcNumber: newest.mcNumber,
      trigger: newest.trigger,
      byName: users.name,
      decision: newest.decision,
      error: newest.error,
      words: newest.otrText,
      broker: newest.otrBrokerName,
      httpStatus: newest.httpStatus,
    })
    .from(integrations)
    .innerJoinLateral(newest, sql`true`)
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, integrations.companyId), eq(subsidiaries.id, integrations.subsidiaryId)),
    )
    .leftJoin(users, eq(users.id, newest.requestedBy))
    .where(eq(integrations.companyId, scope.companyId))
    .orderBy(desc(newest.checkedAt), desc(newest.id))
    .limit(atMost);
}
