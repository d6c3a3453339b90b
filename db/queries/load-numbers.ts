import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { loads } from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** The numbers of a subsidiary's latest loads, newest first. */
export async function listLatestLoadNumbers(
  tx: Tx,
  scope: CompanyScope,
  subsidiaryId: SubsidiaryId,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .select({ number: loads.loadNumber })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), eq(loads.subsidiaryId, subsidiaryId)))
    .orderBy(desc(loads.id))
    .limit(limit);
  return rows.map(({ number }) => number);
}

/** Which of these load numbers the company has already. */
export async function listTakenLoadNumbers(
  tx: Tx,
  scope: CompanyScope,
  numbers: string[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ number: loads.loadNumber })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), inArray(loads.loadNumber, numbers)));
  return new Set(rows.map(({ number }) => number));
}

/** True for the error of a write that gave two loads of a company the same number. */
export function isLoadNumberTaken(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "loads_number";
}
