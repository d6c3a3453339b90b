import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies } from "#db/schema/index.ts";
import type { Company } from "#server/kernel/company.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The scope's company; a request knows it from its actor. Throws not_found when it no longer exists. */
export async function getCompany(tx: Tx, scope: CompanyScope): Promise<Company> {
  const [company] = await tx
    .select({ id: companies.id, name: companies.name, timeZone: companies.timeZone })
    .from(companies)
    .where(eq(companies.id, scope.companyId));
  if (!company) throw new AppError("not_found", "This company no longer exists in Lading.");
  return company;
}
