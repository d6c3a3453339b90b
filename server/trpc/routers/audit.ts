import { getAuditEntry } from "#server/audit/get-audit-entry.ts";
import { listAudit } from "#server/audit/list-audit.ts";
import { listAuditPeople } from "#server/audit/list-audit-people.ts";
import { auditEntrySchema, listAuditSchema } from "#server/audit/schemas.ts";
import { router, setupProcedure } from "../init.ts";

/** Management > Audit (R34). */
export const auditRouter = router({
  list: setupProcedure.input(listAuditSchema).query(({ ctx, input }) => listAudit(ctx.actor, input)),
  get: setupProcedure.input(auditEntrySchema).query(({ ctx, input }) => getAuditEntry(ctx.actor, input)),
  people: setupProcedure.query(({ ctx }) => listAuditPeople(ctx.actor)),
});
