import type { Tx } from "#db/client.ts";
import { insertAuditEntries } from "#db/queries/audit.ts";
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
  await recordAudits(tx, scope, [record]);
}

/** Writes several audit entries at once. */
export async function recordAudits(tx: Tx, scope: CompanyScope, records: AuditRecord[]): Promise<void> {
  const entries = records.map(({ by, data, ...record }) => ({
    ...record,
    userId: by?.userId ?? null,
    ip: by?.ip ?? null,
    data: data ?? {},
  }));
  await insertAuditEntries(tx, scope, entries);
}
