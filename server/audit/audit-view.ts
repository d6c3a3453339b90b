import type { Tx } from "#db/client.ts";
import type { AuditView } from "#db/queries/audit.ts";
import { findAuditSubjects } from "#db/queries/audit-subjects.ts";
import type { Actor } from "#server/auth/actor.ts";
import { BACKGROUND } from "./rules/background.ts";
import type { AuditFilter } from "./schemas.ts";

/** What a filter means in the database: the search as ids, the days with the company's zone. */
export async function auditView(tx: Tx, { scope, company }: Actor, filter: AuditFilter): Promise<AuditView> {
  const { action, person, about, from, to } = filter;
  return {
    action: action ?? undefined,
    userId: person === BACKGROUND ? null : (person ?? undefined),
    subjects: about ? await findAuditSubjects(tx, scope, about) : undefined,
    days:
      from || to
        ? {
            from: from ?? undefined,
            to: to ?? undefined,
            timeZone: company.timeZone,
          }
        : undefined,
  };
}
