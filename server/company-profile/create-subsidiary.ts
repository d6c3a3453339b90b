import { inCompany } from "#db/client.ts";
import { insertSubsidiary } from "#db/queries/subsidiary-settings.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { refusingTakenName } from "./refusing-taken-name.ts";
import type { SubsidiaryFields } from "./schemas.ts";

/** Adds a subsidiary to the company (R6). Throws conflict where another one has the name. */
export function createSubsidiary(
  actor: Actor,
  fields: SubsidiaryFields,
  clock: Clock = systemClock,
): Promise<{ subsidiaryId: SubsidiaryId }> {
  const { scope } = actor;
  const subsidiaryId = newId("subsidiary");
  const create = () =>
    inCompany(scope, async (tx) => {
      await insertSubsidiary(tx, scope, { ...fields, id: subsidiaryId });
      await recordAudit(tx, scope, {
        ...{ action: "subsidiary.created", subject: subsidiaryId, at: clock(), by: actor },
        data: { usdotNumber: fields.usdotNumber, mcNumber: fields.mcNumber, name: fields.name },
      });
      await notify(tx, scope, { topic: "company" }, { topic: "integration" }, { topic: "queue" });
    });
  return refusingTakenName(fields.name, create).then(() => ({ subsidiaryId }));
}
