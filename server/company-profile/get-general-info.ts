import { inCompany } from "#db/client.ts";
import { listCurrentInfo } from "#db/queries/important-info.ts";
import { getCompany } from "#db/queries/people.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { GeneralInfo } from "./schemas.ts";
import { toInfo } from "./to-info.ts";

/** What the tab General Info shows: the company and what its invoices say for each subsidiary (R4). */
export function getGeneralInfo({ scope }: Actor): Promise<GeneralInfo> {
  return inCompany(scope, async (tx) => {
    const [{ name, timeZone }, subsidiaries, texts] = await Promise.all([
      getCompany(tx, scope),
      listSubsidiaryChoices(tx, scope),
      listCurrentInfo(tx, scope),
    ]);
    return {
      company: { name, timeZone },
      subsidiaries: subsidiaries.map((subsidiary) => ({ id: subsidiary.id, name: subsidiary.name })),
      texts: texts.map(toInfo),
    };
  });
}
