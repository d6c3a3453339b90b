import type { Tx } from "#db/client.ts";
import { insertAuditEntry } from "#db/queries/audit.ts";
import type { UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { AuditAction } from "./rules/actions.ts";

/** What to record. `by` is null for a background job. `data` holds no secrets: ids, counts, OTR's request id and status. */
export type AuditRecord = {
  action: AuditAction;
  subject: string;
  at: Date;
  by: { userId: UserId; ip: string | null } | null;
  data?: Record<string, unknown>;
};

/** Writes an audit entry in the transaction of the change that it tells of (R34). */
export async function recordAudit(tx: Tx, scope: CompanyScope, record: AuditRecord): Promise<void> {
  await insertAuditEntry(tx, scope, {
    at: record.at,
    userId: record.by?.userId ?? null,
    ip: record.by?.ip ?? null,
    action: record.action,
    subject: record.subject,
    data: record.data ?? {},
  });
}
