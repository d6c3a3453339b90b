import { inCompany } from "#db/client.ts";
import { listAuditPeople as listPeople } from "#db/queries/audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { AuditPerson } from "./schemas.ts";

/** Everyone whom the audit may be narrowed to, deactivated members too, by name. */
export function listAuditPeople(actor: Actor): Promise<AuditPerson[]> {
  return inCompany(actor.scope, (tx) => listPeople(tx, actor.scope));
}
