import { and, asc, eq, gt, ilike, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  creditStandings,
  customers,
  integrations,
  invoicingMethods,
  loads,
  subsidiaries,
} from "#db/schema/index.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import type { CustomerFields } from "#server/customers/schemas.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type Page = { search: string | undefined; after: string | undefined; limit: number };

/** A page of the company's customers by name, behind the name `after`: the order of the index customers_name. */
export function listCustomers(tx: Tx, scope: CompanyScope, { search, after, limit }: Page) {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      kind: customers.kind,
      mcNumber: customers.mcNumber,
      city: customers.city,
      state: customers.state,
    })
    .from(customers)
    .where(
      and(
        eq(customers.companyId, scope.companyId),
        after === undefined ? undefined : gt(customers.name, after),
        search ? matches(search) : undefined,
      ),
    )
    .orderBy(asc(customers.name))
    .limit(limit);
}

/** One customer; undefined when the company has no such customer. */
export async function findCustomer(tx: Tx, scope: CompanyScope, customerId: CustomerId) {
  const [row] = await selectCustomer(tx, scope, customerId);
  return row;
}

/** One customer, locked until the transaction ends; undefined when the company has no such customer. */
export async function lockCustomer(tx: Tx, scope: CompanyScope, customerId: CustomerId) {
  const [row] = await selectCustomer(tx, scope, customerId).for("update");
  return row;
}

/** Overwrites what people edit of a customer. A name that another customer has fails: see `isNameTaken`. */
export async function updateCustomerFields(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  fields: CustomerFields,
): Promise<void> {
  await tx
    .update(customers)
    .set(fields)
    .where(and(eq(customers.companyId, scope.companyId), eq(customers.id, customerId)));
}

/** True for the error of a write that gave two customers of a company the same name. */
export function isNameTaken(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "customers_name";
}

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

/** Marks what OTR said of a customer as out of date; the next check lifts the mark. */
export async function markStandingsStale(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
  reason: string,
): Promise<void> {
  await tx
    .update(creditStandings)
    .set({ staleReason: reason })
    .where(
      and(
        eq(creditStandings.companyId, scope.companyId),
        eq(creditStandings.customerId, customerId),
        isNotNull(creditStandings.decision),
      ),
    );
}

/** How many loads the customer has, and how many of them are Queued. */
export async function countCustomerLoads(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
): Promise<{ all: number; queued: number }> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      queued: sql<number>`count(*) filter (where ${loads.status} = 'queued')`.mapWith(Number),
    })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.customerId, customerId)));
  return row ?? { all: 0, queued: 0 };
}

function selectCustomer(tx: Tx, scope: CompanyScope, customerId: CustomerId) {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      kind: customers.kind,
      mcNumber: customers.mcNumber,
      street: customers.street,
      city: customers.city,
      state: customers.state,
      zip: customers.zip,
    })
    .from(customers)
    .where(and(eq(customers.companyId, scope.companyId), eq(customers.id, customerId)));
}

function ofPair(scope: CompanyScope, customerId: CustomerId, subsidiaryId: SubsidiaryId): SQL | undefined {
  return and(
    eq(invoicingMethods.companyId, scope.companyId),
    eq(invoicingMethods.customerId, customerId),
    eq(invoicingMethods.subsidiaryId, subsidiaryId),
  );
}

/** By a part of the name or city, or by the MC number in whatever way it is written. */
function matches(search: string): SQL | undefined {
  const part = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const mcNumber = /^(mc)?[\s#-]*\d+$/i.test(search) ? parseMcNumber(search) : undefined;
  return or(
    ilike(customers.name, part),
    ilike(customers.city, part),
    mcNumber ? eq(customers.mcNumber, mcNumber) : undefined,
  );
}
