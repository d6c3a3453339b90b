import { inCompany } from "#db/client.ts";
import { updateSubsidiary as update } from "#db/queries/subsidiary-settings.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { notify } from "#server/live/notify.ts";
import type { UpdateSubsidiary } from "./schemas.ts";

/** Saves a subsidiary (R6). Batches already submitted keep the USDOT number they went with. Throws not_found. */
export async function updateSubsidiary(
  actor: Actor,
  { subsidiaryId, ...fields }: UpdateSubsidiary,
  clock: Clock = systemClock,
): Promise<{ saved: true }> {
  const { scope } = actor;
  await inCompany(scope, async (tx) => {
    if (!(await update(tx, scope, subsidiaryId, fields))) {
      throw new AppError("not_found", "This subsidiary does not exist. Reload the page.");
    }
    await recordAudit(tx, scope, {
      action: "subsidiary.updated",
      subject: subsidiaryId,
      at: clock(),
      by: actor,
      data: { usdotNumber: fields.usdotNumber, mcNumber: fields.mcNumber, name: fields.name },
    });
    await notify(tx, scope, { topic: "integration" }, { topic: "queue" });
  });
  return { saved: true };
}
