import { inCompany } from "#db/client.ts";
import { findAuditEntry } from "#db/queries/audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { AuditId } from "#server/kernel/ids.ts";
import type { AuditRow } from "./schemas.ts";
import { toAuditRows } from "./to-audit-rows.ts";

/** One audit entry in full. Throws not_found for another company's. */
export function getAuditEntry(actor: Actor, { entryId }: { entryId: AuditId }): Promise<AuditRow> {
  return inCompany(actor.scope, async (tx) => {
    const entry = await findAuditEntry(tx, actor.scope, entryId);
    const [row] = entry ? await toAuditRows(tx, actor, [entry]) : [];
    if (!row) throw new AppError("not_found", "There is no such entry in your company's audit.");
    return row;
  });
}
