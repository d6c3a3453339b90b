import type { CompanyId } from "./ids.ts";
import type { CompanyScope } from "./scope.ts";

/** Makes the scope of a company whose id was proven: by a checked session, or by an event of our own. */
export function mintCompanyScope(companyId: CompanyId): CompanyScope {
  return Object.freeze({ companyId }) as CompanyScope;
}
