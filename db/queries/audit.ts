import type { Tx } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type NewAuditEntry = Omit<typeof auditEntries.$inferInsert, "companyId" | "id">;

/** Adds audit entries; they are never changed. */
export async function insertAuditEntries(
  tx: Tx,
  scope: CompanyScope,
  entries: NewAuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({ ...entry, companyId: scope.companyId, id: newId("audit") }));
  await tx.insert(auditEntries).values(rows);
}
