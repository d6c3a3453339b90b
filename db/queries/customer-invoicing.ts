import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { creditStandings, integrations, invoicingMethods, subsidiaries } from "#db/schema/index.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/**
 * The invoicing methods of customers with what OTR last said of each to the subsidiary's login, by subsidiary name.
 * A subsidiary without a method for a customer has no row.
 */
export function listInvoicing(tx: Tx, scope: CompanyScope, customerIds: CustomerId[]) {
  return tx
    .select({
      customerId: invoicingMethods.customerId,
      subsidiaryId: invoicingMethods.subsidiaryId,
      subsidiaryName: subsidiaries.name,
      method: invoicingMethods.method,
      integrationStatus: integrations.status,
      decision: creditStandings.decision,
      decidedAt: creditStandings.decidedAt,
      checkTrigger: creditStandings.trigger,
      otrText: creditStandings.otrText,
      otrBrokerName: creditStandings.otrBrokerName,
      staleReason: creditStandings.staleReason,
    })
    .from(invoicingMethods)
    .innerJoin(
      subsidiaries,
      and(
        eq(subsidiaries.companyId, invoicingMethods.companyId),
        eq(subsidiaries.id, invoicingMethods.subsidiaryId),
      ),
    )
    .leftJoin(
      integrations,
      and(
        eq(integrations.companyId, invoicingMethods.companyId),
        eq(integrations.subsidiaryId, invoicingMethods.subsidiaryId),
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
      and(eq(invoicingMethods.companyId, scope.companyId), inArray(invoicingMethods.customerId, customerIds)),
    )
    .orderBy(asc(subsidiaries.name));
}

export type InvoicingRow = Awaited<ReturnType<typeof listInvoicing>>[number];

/** How a customer is invoiced for a subsidiary; null where no method is set. */
export async function findInvoicingMethod(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  subsidiaryId: SubsidiaryId,
): Promise<InvoicingMethod | null> {
  const [row] = await tx
    .select({ method: invoicingMethods.method })
    .from(invoicingMethods)
    .where(ofPair(scope, customerId, subsidiaryId));
  return row?.method ?? null;
}

/** Sets how a customer is invoiced for a subsidiary; null takes the method away. */
export async function updateInvoicingMethod(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  subsidiaryId: SubsidiaryId,
  method: InvoicingMethod | null,
): Promise<void> {
  if (method === null) {
    await tx.delete(invoicingMethods).where(ofPair(scope, customerId, subsidiaryId));
    return;
  }
  await tx
    .insert(invoicingMethods)
    .values({ companyId: scope.companyId, customerId, subsidiaryId, method })
    .onConflictDoUpdate({
      target: [invoicingMethods.companyId, invoicingMethods.customerId, invoicingMethods.subsidiaryId],
      set: { method },
    });
}

function ofPair(scope: CompanyScope, customerId: CustomerId, subsidiaryId: SubsidiaryId): SQL | undefined {
  return and(
    eq(invoicingMethods.companyId, scope.companyId),
    eq(invoicingMethods.customerId, customerId),
    eq(invoicingMethods.subsidiaryId, subsidiaryId),
  );
}
