import { inCompany } from "#db/client.ts";
import { insertLink } from "#db/queries/account-links.ts";
import { insertCompany } from "#db/queries/companies.ts";
import { insertSubsidiary } from "#db/queries/subsidiary-settings.ts";
import { recordAudits } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { newAccountLink } from "#server/users/new-account-link.ts";
import type { NewAccountLink } from "#server/users/schemas.ts";
import type { NewCompany } from "./schemas.ts";

/**
 * Makes the company of `scope` with no data, and the link with which its first Admin, who has Billing too, joins it.
 * It gets one subsidiary of its own name without a USDOT number: most carriers are one, and without any nothing
 * could be set up. The audit says that no user did this.
 */
export function foundCompany(
  scope: CompanyScope,
  { name, timeZone, adminName, email }: NewCompany,
  clock: Clock = systemClock,
): Promise<NewAccountLink> {
  const now = clock();
  const { shown, stored } = newAccountLink("invitation", now);
  const subsidiaryId = newId("subsidiary");
  const linkId = newId("link");
  const admin = { email, name: adminName, role: "admin", billing: true } as const;
  return inCompany(scope, async (tx) => {
    await insertCompany(tx, scope, { name, timeZone, createdAt: now });
    await insertSubsidiary(tx, scope, { id: subsidiaryId, name, timeZone, createdAt: now });
    await insertLink(tx, scope, {
      ...{ id: linkId, kind: "invitation", ...admin, createdBy: null, createdAt: now, ...stored },
    });
    await recordAudits(tx, scope, [
      { action: "company.created", subject: scope.companyId, at: now, by: null, data: { name, timeZone } },
      { action: "subsidiary.created", subject: subsidiaryId, at: now, by: null, data: { name } },
      { action: "user.invited", subject: linkId, at: now, by: null, data: { ...admin } },
    ]);
    return shown;
  });
}
