import { and, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, invoicingMethods } from "#db/schema/index.ts";
import type { CustomerFields } from "#server/customers/schemas.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** Far below the 65,535 parameters that one statement may have. */
const ROWS_PER_STATEMENT = 1_000;

type NewCustomer = CustomerFields & { id: CustomerId };

/**
 * Adds customers, a thousand to a statement, in the order given. A name that the company already has, or that came
 * earlier in `rows`, adds nothing. Returns the ids that were added.
 */
export async function insertCustomers(
  tx: Tx,
  scope: CompanyScope,
  rows: readonly NewCustomer[],
): Promise<Set<CustomerId>> {
  const added = new Set<CustomerId>();
  for (const chunk of chunksOf(rows)) {
    const written = await tx
      .insert(customers)
      .values(
        chunk.map(({ id, name, kind, mcNumber, street, city, state, zip }) => ({
          ...{ companyId: scope.companyId, id, name, kind, mcNumber, street, city, state, zip },
        })),
      )
      .onConflictDoNothing({ target: [customers.companyId, customers.name] })
      .returning({ id: customers.id });
    for (const { id } of written) added.add(id);
  }
  return added;
}

type NewMethod = Omit<typeof invoicingMethods.$inferInsert, "companyId">;

/** Sets how customers are invoiced, a thousand to a statement; a pair that has a method already keeps it. */
export async function insertInvoicingMethods(
  tx: Tx,
  scope: CompanyScope,
  rows: readonly NewMethod[],
): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    await tx
      .insert(invoicingMethods)
      .values(chunk.map((row) => ({ ...row, companyId: scope.companyId })))
      .onConflictDoNothing();
  }
}

/** The company's customers that have one of the names (in any case of letters) or one of the MC numbers (digits). */
export async function findNamesakes(
  tx: Tx,
  scope: CompanyScope,
  { names, mcNumbers }: { names: readonly string[]; mcNumbers: readonly string[] },
) {
  if (names.length === 0 && mcNumbers.length === 0) return [];
  const lowered = names.map((name) => name.toLowerCase());
  return tx
    .select({ id: customers.id, name: customers.name, mcNumber: customers.mcNumber })
    .from(customers)
    .where(
      and(
        eq(customers.companyId, scope.companyId),
        or(
          lowered.length > 0 ? inArray(customers.nameKey, lowered) : undefined,
          mcNumbers.length > 0 ? inArray(customers.mcNumber, [...mcNumbers]) : undefined,
        ),
      ),
    )
    .orderBy(customers.name);
}

function* chunksOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) yield rows.slice(at, at + ROWS_PER_STATEMENT);
}
