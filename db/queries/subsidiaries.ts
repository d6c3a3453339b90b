import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { subsidiaries } from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type SubsidiaryChoice = { id: SubsidiaryId; name: string; hasUsdot: boolean };

/** The company's subsidiaries for pickers, by name, at most 500. `hasUsdot` is what a batch needs (R6). */
export function listSubsidiaryChoices(tx: Tx, scope: CompanyScope): Promise<SubsidiaryChoice[]> {
  return tx
    .select({
      id: subsidiaries.id,
      name: subsidiaries.name,
      hasUsdot: sql<boolean>`coalesce(${subsidiaries.usdotNumber}, '') <> ''`,
    })
    .from(subsidiaries)
    .where(eq(subsidiaries.companyId, scope.companyId))
    .orderBy(asc(subsidiaries.name))
    .limit(500);
}
