import { newId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The scope of a company that is yet to be made. */
export function aNewScope(): CompanyScope {
  return mintCompanyScope(newId("company"));
}
