import { inCompany } from "#db/client.ts";
import { findSubmittingSubsidiary } from "#db/queries/batches.ts";
import { updateDisconnected } from "#db/queries/integration-settings.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { notify } from "#server/live/notify.ts";
import type { DisconnectInput } from "./schemas.ts";

/**
 * Stops checks, submissions and syncs of a subsidiary and forgets its password; batches and history stay (R8).
 * Disconnecting twice changes nothing. Throws not_found for another company's subsidiary.
 */
export async function disconnectOtr(
  actor: Actor,
  { subsidiaryId }: DisconnectInput,
  clock: Clock = systemClock,
): Promise<{ disconnected: boolean }> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const subsidiary = await findSubmittingSubsidiary(tx, scope, subsidiaryId);
    if (!subsidiary) throw new AppError("not_found", "This subsidiary does not exist. Reload the page.");
    const id = await updateDisconnected(tx, scope, subsidiaryId);
    if (!id) return { disconnected: false };
    await recordAudit(tx, scope, {
      action: "integration.disconnected",
      subject: id,
      at: clock(),
      by: actor,
      data: { subsidiaryId },
    });
    await notify(tx, scope, { topic: "integration", id }, { topic: "queue" });
    return { disconnected: true };
  });
}
