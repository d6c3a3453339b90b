import { inCompany, withoutCompany } from "#db/client.ts";
import { listLostImports } from "#db/queries/across-companies-sweep.ts";
import { lockImport, updateImportRevived } from "#db/queries/imports.ts";
import { importStarted } from "#inngest/events.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { CompanyId, ImportId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import type { ImportJob } from "./import-job.ts";
import { isStalled, STALLED_AFTER_MS } from "./rules/is-stalled.ts";

const atMost = 50;

/** Imports whose run must be lost, and that were not set going again since a person started them. */
export function findLostImports(now: Date): Promise<{ companyId: CompanyId; importId: ImportId }[]> {
  return withoutCompany((tx) => listLostImports(tx, new Date(now.getTime() - STALLED_AFTER_MS), atMost));
}

/**
 * Sets a lost import going again from where it got to, once: if that run is lost too, something is wrong that a
 * person must see, and the page offers to start it again. Should the first run live after all, nothing comes in twice.
 */
export async function reviveImport(
  { scope, importId }: ImportJob,
  clock: Clock = systemClock,
): Promise<void> {
  const now = clock();
  const events = await inCompany(scope, async (tx) => {
    const found = await lockImport(tx, scope, importId);
    if (!found || found.revivedAt || !isStalled(found, now)) return [];
    await updateImportRevived(tx, scope, importId, now);
    await notify(tx, scope, { topic: "import", id: importId });
    return addToOutbox(tx, scope, importStarted.create({ companyId: scope.companyId, importId }));
  });
  await sendOutboxEvents(scope, events, clock);
}
