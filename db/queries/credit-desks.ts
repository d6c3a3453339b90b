import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  creditStandings,
  customers,
  integrations,
  invoicingMethods,
  subsidiaries,
} from "#db/schema/index.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/**
 * A customer beside every subsidiary of the company, or the one named: how it is invoiced there, the login, and what
 * OTR last said, by the subsidiary's name. No row: no such customer. `subsidiaryId` null: no such subsidiary.
 */
export function listCreditDesks(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  subsidiaryId: SubsidiaryId | undefined,
) {
  return tx
    .select({
      name: customers.name,
      mcNumber: customers.mcNumber,
      subsidiaryId: subsidiaries.id,
      subsidiaryName: subsidiaries.name,
      method: invoicingMethods.method,
      integrationId: integrations.id,
      integrationStatus: integrations.status,
      decision: creditStandings.decision,
      decidedAt: creditStandings.decidedAt,
      checkTrigger: creditStandings.trigger,
      otrText: creditStandings.otrText,
      otrBrokerName: creditStandings.otrBrokerName,
      startedAt: creditStandings.startedAt,
      staleReason: creditStandings.staleReason,
    })
    .from(customers)
    .leftJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, customers.companyId), subsidiaryId && eq(subsidiaries.id, subsidiaryId)),
    )
    .leftJoin(
      invoicingMethods,
      and(
        eq(invoicingMethods.companyId, customers.companyId),
        eq(invoicingMethods.customerId, customers.id),
        eq(invoicingMethods.subsidiaryId, subsidiaries.id),
      ),
    )
    .leftJoin(
      integrations,
      and(eq(integrations.companyId, customers.companyId), eq(integrations.subsidiaryId, subsidiaries.id)),
    )
    .leftJoin(
      creditStandings,
      and(
        eq(creditStandings.companyId, customers.companyId),
        eq(creditStandings.customerId, customers.id),
        eq(creditStandings.integrationId, integrations.id),
      ),
    )
    .where(and(eq(customers.companyId, scope.companyId), eq(customers.id, customerId)))
    .orderBy(asc(subsidiaries.name))
    .limit(500);
}

export type CreditDeskRow = Awaited<ReturnType<typeof listCreditDesks>>[number];
