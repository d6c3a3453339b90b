import { inCompany } from "#db/client.ts";
import { listAuditEntries } from "#db/queries/audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { AuditId } from "#server/kernel/ids.ts";
import { auditView } from "./audit-view.ts";
import { shortened } from "./rules/shortened.ts";
import type { AuditFilter, AuditPage } from "./schemas.ts";
import { toAuditRows } from "./to-audit-rows.ts";

const PAGE_SIZE = 50;

/** A page of who did what, when and from where, newest first (R34). */
export function listAudit(
  actor: Actor,
  { cursor, ...filter }: AuditFilter & { cursor?: AuditId | null },
): Promise<AuditPage> {
  return inCompany(actor.scope, async (tx) => {
    const view = await auditView(tx, actor, filter);
    const found = await listAuditEntries(tx, actor.scope, {
      view,
      before: cursor ?? undefined,
      limit: PAGE_SIZE + 1,
    });
    const entries = found.slice(0, PAGE_SIZE);
    const nextCursor = found.length > PAGE_SIZE ? (entries.at(-1)?.id ?? null) : null;
    return { rows: (await toAuditRows(tx, actor, entries)).map(shortened), nextCursor };
  });
}
