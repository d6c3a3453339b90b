import { and, asc, between, eq, gt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, loads } from "#db/schema/index.ts";
import type { CustomerFields } from "#server/customers/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasWords } from "./customer-search.ts";

type Page = { match: CustomerMatch | undefined; after: string | undefined; limit: number };

/** Beginnings of words of the name or city, or the beginning of the MC number (digits). */
export type CustomerMatch = { text: string } | { mcPrefix: string };

/** A page of the company's customers by name, behind the name `after`: the order of the index customers_name. */
export function listCustomers(tx: Tx, scope: CompanyScope, { match, after, limit }: Page) {
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
        match && matches(tx, scope, match),
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

function matches(tx: Tx, scope: CompanyScope, match: CustomerMatch): SQL | undefined {
  // A range, which ends behind nine digits more: row-level security lets an index serve comparisons, not patterns.
  if ("mcPrefix" in match) {
    return between(customers.mcNumber, match.mcPrefix, `${match.mcPrefix}999999999`);
  }
  return hasWords(tx, scope, match.text, { orCity: true });
}
