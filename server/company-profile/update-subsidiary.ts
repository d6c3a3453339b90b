import { inCompany } from "#db/client.ts";
import { updateSubsidiary as update } from "#db/queries/subsidiary-settings.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { noSuchSubsidiary } from "./no-such-subsidiary.ts";
import { refusingTakenName } from "./refusing-taken-name.ts";
import type { UpdateSubsidiary } from "./schemas.ts";

/**
 * Saves a subsidiary (R6). Batches already submitted keep the USDOT number they went with. Throws not_found, and
 * conflict where another one has the name.
 */
export async function updateSubsidiary(
  actor: Actor,
  { subsidiaryId, ...fields }: UpdateSubsidiary,
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  const save = () =>
    inCompany(scope, async (tx) => {
      if (!(await update(tx, scope, subsidiaryId, fields))) throw noSuchSubsidiary();
      await recordAudit(tx, scope, {
        action: "subsidiary.updated",
        subject: subsidiaryId,
        at: clock(),
        by: actor,
        data: { usdotNumber: fields.usdotNumber, mcNumber: fields.mcNumber, name: fields.name },
      });
      await notify(tx, scope, { topic: "company" }, { topic: "integration" }, { topic: "queue" });
    });
  await refusingTakenName(fields.name, save);
  return { saved: true };
}
