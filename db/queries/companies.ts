import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type CompanyFields = { name: string; timeZone: string };

/** Adds the company that the scope names. */
export async function insertCompany(
  tx: Tx,
  scope: CompanyScope,
  fields: CompanyFields & { createdAt: Date },
): Promise<void> {
  await tx.insert(companies).values({ ...fields, id: scope.companyId });
}

/** The company's name and time zone, locked until the transaction ends. */
export async function lockCompany(tx: Tx, scope: CompanyScope): Promise<CompanyFields> {
  const [row] = await tx
    .select({ name: companies.name, timeZone: companies.timeZone })
    .from(companies)
    .where(eq(companies.id, scope.companyId))
    .for("no key update");
  if (!row) throw new Error("The company of this scope is gone.");
  return row;
}

/** Overwrites what people edit of the company. */
export async function updateCompany(tx: Tx, scope: CompanyScope, fields: CompanyFields): Promise<void> {
  await tx.update(companies).set(fields).where(eq(companies.id, scope.companyId));
}
