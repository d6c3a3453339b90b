import { withoutCompany } from "#db/client.ts";
import { listCompaniesOf } from "#db/queries/across-companies.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { Account } from "./schemas.ts";

/** The actor's own name, e-mail, rights here, and the other companies that they may switch to. */
export async function getAccount({ scope, userId, name, email, role, billing }: Actor): Promise<Account> {
  const companies = await withoutCompany((tx) => listCompaniesOf(tx, userId));
  return { name, email, role, billing, otherCompanies: companies.filter(({ id }) => id !== scope.companyId) };
}
