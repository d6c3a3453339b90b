import { inCompany } from "#db/client.ts";
import { subsidiaries } from "#db/schema/index.ts";
import { newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** A subsidiary with the USDOT number that the sandbox's first login may post for. */
export async function aSubsidiary(
  scope: CompanyScope,
  values: Partial<typeof subsidiaries.$inferInsert> = {},
): Promise<SubsidiaryId> {
  const id = newId("subsidiary");
  await inCompany(scope, (tx) =>
    tx.insert(subsidiaries).values({
      name: `Subsidiary ${id.slice(-6)}`,
      usdotNumber: "3104488",
      timeZone: "America/Chicago",
      ...values,
      id,
      companyId: scope.companyId,
    }),
  );
  return id;
}
