import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { subsidiaries } from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

const columns = {
  id: subsidiaries.id,
  name: subsidiaries.name,
  street: subsidiaries.street,
  city: subsidiaries.city,
  state: subsidiaries.state,
  zip: subsidiaries.zip,
  usdotNumber: subsidiaries.usdotNumber,
  mcNumber: subsidiaries.mcNumber,
  timeZone: subsidiaries.timeZone,
};

/** The company's subsidiaries with all that is set for them; by name, at most 500. */
export function listSubsidiarySettings(tx: Tx, scope: CompanyScope) {
  return tx
    .select(columns)
    .from(subsidiaries)
    .where(eq(subsidiaries.companyId, scope.companyId))
    .orderBy(subsidiaries.name)
    .limit(500);
}

/** One subsidiary with all that is set for it; undefined when the company has no such one. */
export async function findSubsidiarySettings(tx: Tx, scope: CompanyScope, id: SubsidiaryId) {
  const [row] = await tx
    .select(columns)
    .from(subsidiaries)
    .where(and(eq(subsidiaries.companyId, scope.companyId), eq(subsidiaries.id, id)));
  return row;
}

/** Adds a subsidiary. A name that another one has fails: see `isSubsidiaryNameTaken`. */
export async function insertSubsidiary(
  tx: Tx,
  scope: CompanyScope,
  row: Omit<typeof subsidiaries.$inferInsert, "companyId">,
): Promise<void> {
  await tx.insert(subsidiaries).values({ ...row, companyId: scope.companyId });
}

/** True for the error of a write that gave two subsidiaries of a company the same name. */
export function isSubsidiaryNameTaken(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && "constraint_name" in cause && cause.constraint_name === "subsidiaries_name"
  );
}

type Change = Partial<Omit<typeof subsidiaries.$inferInsert, "companyId" | "id">>;

/** Changes a subsidiary; false when the company has no such one. */
export async function updateSubsidiary(
  tx: Tx,
  scope: CompanyScope,
  id: SubsidiaryId,
  change: Change,
): Promise<boolean> {
  const changed = await tx
    .update(subsidiaries)
    .set(change)
    .where(and(eq(subsidiaries.companyId, scope.companyId), eq(subsidiaries.id, id)))
    .returning({ id: subsidiaries.id });
  return changed.length > 0;
}
