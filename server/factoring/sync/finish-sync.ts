import { inCompany, type Tx } from "#db/client.ts";
import { updateBatchesSynced } from "#db/queries/batches.ts";
import { findOtrLogin } from "#db/queries/integrations.ts";
import { findSyncRun, updateSyncFinished } from "#db/queries/sync-runs.ts";
import type { SyncTrouble } from "#db/schema/index.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import type { SyncCounts } from "../rules/sync-counts.ts";
import type { SyncJob } from "./sync-job.ts";
import { SYNC_TROUBLES, type SyncTroubleCode } from "./sync-troubles.ts";

/** What came of a run. A trouble without a login is one of the run itself. Counts are missing when it broke off. */
export type SyncResult = {
  counts?: SyncCounts;
  troubles: { integrationId: IntegrationId | null; trouble: SyncTroubleCode }[];
};

/** Finishes a run with its result, once (R30). */
export async function finishSync(
  job: SyncJob,
  { counts, troubles }: SyncResult,
  clock: Clock = systemClock,
): Promise<void> {
  const { scope, syncRunId } = job;
  const now = clock();
  await inCompany(scope, async (tx) => {
    const run = await findSyncRun(tx, scope, syncRunId);
    const named: SyncTrouble[] = [];
    for (const one of troubles) named.push(await inWords(tx, job, one));
    const result = { ...counts, finishedAt: now, troubles: named };
    if (!run || !(await updateSyncFinished(tx, scope, syncRunId, result))) return;
    if (run.batchId) await updateBatchesSynced(tx, scope, [run.batchId], syncRunId, now);
    await recordAudit(tx, scope, {
      action: "sync.finished",
      subject: syncRunId,
      at: now,
      by: null,
      data: { trigger: run.trigger, batchId: run.batchId, nightOf: run.nightOf, ...counts, troubles },
    });
    await notify(tx, scope, { topic: "sync", id: run.batchId ?? syncRunId });
    if (run.batchId) await notify(tx, scope, { topic: "batch", id: run.batchId });
  });
}

async function inWords(
  tx: Tx,
  { scope }: SyncJob,
  { integrationId, trouble }: SyncResult["troubles"][number],
): Promise<SyncTrouble> {
  const login = integrationId ? await findOtrLogin(tx, scope, integrationId) : undefined;
  return { subsidiaryName: login?.subsidiaryName ?? "", message: SYNC_TROUBLES[trouble] };
}
