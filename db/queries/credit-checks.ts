import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { creditStandings, customers, integrations, invoicingMethods } from "#db/schema/index.ts";
import { INTEGRATION_STATUSES, isUsable } from "#server/integrations/rules/integration-status.ts";
import type { CustomerId, IntegrationId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { otrLoginColumns } from "./integrations.ts";

const usable = INTEGRATION_STATUSES.filter(isUsable);

type Among = { customerIds: CustomerId[]; subsidiaryId: SubsidiaryId };

/**
 * The customers among these that OTR can be asked about (R13): factored for the subsidiary, with an MC number and a
 * login in use; each with when OTR last answered about it to that login.
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
        eq(invoicingMethods.subsidiaryId, subsidiaryId),
        eq(invoicingMethods.method, "factoring"),
      ),
    );
}

/** Whom to ask about which broker, and what is known so far; undefined where either is not the company's. */
export async function findBrokerAtLogin(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  integrationId: IntegrationId,
) {
  const [row] = await tx
    .select({
      login: otrLoginColumns,
      mcNumber: customers.mcNumber,
      method: invoicingMethods.method,
      answeredAt: creditStandings.decidedAt,
      startedAt: creditStandings.startedAt,
    })
    .from(integrations)
    .innerJoin(customers, and(eq(customers.companyId, integrations.companyId), eq(customers.id, customerId)))
    .leftJoin(
      invoicingMethods,
      and(
        eq(invoicingMethods.companyId, integrations.companyId),
        eq(invoicingMethods.customerId, customers.id),
        eq(invoicingMethods.subsidiaryId, integrations.subsidiaryId),
      ),
    )
    .leftJoin(
      creditStandings,
      and(
        eq(creditStandings.companyId, integrations.companyId),
        eq(creditStandings.customerId, customers.id),
        eq(creditStandings.integrationId, integrations.id),
      ),
    )
    .where(and(eq(integrations.companyId, scope.companyId), eq(integrations.id, integrationId)));
  return row;
}
