import { inCompany } from "#db/client.ts";
import { listCurrentInfo } from "#db/queries/important-info.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { GeneralInfo } from "./schemas.ts";
import { toInfo } from "./to-info.ts";

/** What the tab General Info shows: the company and what its invoices say for each subsidiary (R4). */
export function getGeneralInfo({ scope, company }: Actor): Promise<GeneralInfo> {
  return inCompany(scope, async (tx) => {
    const [subsidiaries, texts] = await Promise.all([
      listSubsidiaryChoices(tx, scope),
      listCurrentInfo(tx, scope),
    ]);
    return {
      company: { name: company.name, timeZone: company.timeZone },
      subsidiaries: subsidiaries.map((subsidiary) => ({ id: subsidiary.id, name: subsidiary.name })),
      texts: texts.map(toInfo),
    };
  });
}
