import type { Tx } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import { newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type NewAuditEntry = Omit<typeof auditEntries.$inferInsert, "companyId" | "id">;

/** Adds an audit entry; entries are never changed. */
export async function insertAuditEntry(tx: Tx, scope: CompanyScope, entry: NewAuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({ ...entry, companyId: scope.companyId, id: newId("audit") });
}
