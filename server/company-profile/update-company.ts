import { inCompany } from "#db/client.ts";
import { lockCompany, updateCompany as write } from "#db/queries/companies.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import type { UpdateCompany } from "./schemas.ts";

/** Saves the company's name and time zone; from then on its night begins at 02:00 there (R31). */
export async function updateCompany(
  actor: Actor,
  to: UpdateCompany,
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    const from = await lockCompany(tx, scope);
    if (from.name === to.name && from.timeZone === to.timeZone) return;
    await write(tx, scope, to);
    await recordAudit(tx, scope, {
      ...{ action: "company.updated", subject: scope.companyId, at: clock(), by: actor },
      data: { from, to },
    });
    await notify(tx, scope, { topic: "company" });
  });
  return { saved: true };
}
