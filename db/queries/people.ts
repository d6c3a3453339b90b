import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies } from "#db/schema/index.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type Company = { id: CompanyId; name: string; timeZone: string };

/** The scope's company; `timeZone` is an IANA name. Throws not_found when it no longer exists. */
export async function getCompany(tx: Tx, scope: CompanyScope): Promise<Company> {
  const [company] = await tx
    .select({ id: companies.id, name: companies.name, timeZone: companies.timeZone })
    .from(companies)
    .where(eq(companies.id, scope.companyId));
  if (!company) throw new AppError("not_found", "This company no longer exists in Lading.");
  return company;
}
