import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { creditStandings, customers, integrations, invoicingMethods } from "#db/schema/index.ts";
import { INTEGRATION_STATUSES, isUsable } from "#server/integrations/rules/integration-status.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const usable = INTEGRATION_STATUSES.filter(isUsable);

type Among = { customerIds: CustomerId[]; subsidiaryId: SubsidiaryId | undefined };

/**
 * The customers among these that OTR can be asked about (R13): factored for the subsidiary (all of them where none
 * is named), with an MC number and a login in use; each with when OTR last answered about it to that login.
 */
export function listCheckable(tx: Tx, scope: CompanyScope, { customerIds, subsidiaryId }: Among) {
  return tx
    .select({
      customerId: invoicingMethods.customerId,
      integrationId: integrations.id,
      answeredAt: creditStandings.decidedAt,
    })
    .from(invoicingMethods)
    .innerJoin(
      customers,
      and(
        eq(customers.companyId, invoicingMethods.companyId),
        eq(customers.id, invoicingMethods.customerId),
        isNotNull(customers.mcNumber),
      ),
    )
    .innerJoin(
      integrations,
      and(
        eq(integrations.companyId, invoicingMethods.companyId),
        eq(integrations.subsidiaryId, invoicingMethods.subsidiaryId),
        inArray(integrations.status, usable),
      ),
    )
    .leftJoin(
      creditStandings,
      and(
        eq(creditStandings.companyId, invoicingMethods.companyId),
        eq(creditStandings.customerId, invoicingMethods.customerId),
        eq(creditStandings.integrationId, integrations.id),
      ),
    )
    .where(
      and(
        eq(invoicingMethods.companyId, scope.companyId),
        inArray(invoicingMethods.customerId, customerIds),
        subsidiaryId && eq(invoicingMethods.subsidiaryId, subsidiaryId),
        eq(invoicingMethods.method, "factoring"),
      ),
    );
}
