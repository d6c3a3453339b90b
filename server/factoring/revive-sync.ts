import { inCompany, withoutCompany } from "#db/client.ts";
import { listIdleSyncRuns } from "#db/queries/across-companies-sweep.ts";
import { findSyncRun, updateSyncAdvanced } from "#db/queries/sync-runs.ts";
import { syncRequested } from "#inngest/events.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { CompanyId, SyncRunId } from "#server/kernel/ids.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { finishSync } from "./sync/finish-sync.ts";
import type { SyncJob } from "./sync/sync-job.ts";

const minuteMs = 60_000;
const idleMs = 15 * minuteMs;
const givenUpMs = 6 * 60 * minuteMs;
const atMost = 200;

/** Purchase syncs whose run must have been lost: unfinished, and nothing done for a quarter of an hour. */
export function findIdleSyncs(now: Date): Promise<{ companyId: CompanyId; syncRunId: SyncRunId }[]> {
  return withoutCompany((tx) => listIdleSyncRuns(tx, new Date(now.getTime() - idleMs), atMost));
}

/** Sets a lost sync going again; one that has not come to an end in six hours is finished as it stands. */
export async function reviveSync(job: SyncJob, clock: Clock = systemClock): Promise<void> {
  const { scope, syncRunId } = job;
  const now = clock();
  const run = await inCompany(scope, (tx) => findSyncRun(tx, scope, syncRunId));
  if (!run || run.finishedAt) return;
  if (now.getTime() - run.startedAt.getTime() > givenUpMs) {
    await finishSync(job, { troubles: [{ integrationId: null, trouble: "stopped" }] }, clock);
    return;
  }
  const events = await inCompany(scope, async (tx) => {
    await updateSyncAdvanced(tx, scope, syncRunId, now);
    const { companyId } = scope;
    return addToOutbox(tx, scope, syncRequested.create({ companyId, syncRunId, trigger: run.trigger }));
  });
  await sendOutboxEvents(scope, events, clock);
}
