import type { CompanyId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/**
 * The scope of background work. Its company id comes from an event of our own or from the list of companies, and
 * never from a person: the Inngest endpoint takes signed calls only.
 */
export function scopeOf({ companyId }: { companyId: CompanyId }): CompanyScope {
  return mintCompanyScope(companyId);
}
