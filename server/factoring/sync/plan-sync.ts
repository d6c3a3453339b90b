import { inCompany } from "#db/client.ts";
import { listLoginsWithOpenPurchases } from "#db/queries/open-purchases.ts";
import { findSyncRun } from "#db/queries/sync-runs.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import type { SyncJob } from "./sync-job.ts";

/** The OTR logins a run has to go through; empty when nothing is open or the run is finished. */
export function planSync({ scope, syncRunId }: SyncJob): Promise<IntegrationId[]> {
  return inCompany(scope, async (tx) => {
    const run = await findSyncRun(tx, scope, syncRunId);
    if (!run || run.finishedAt) return [];
    return listLoginsWithOpenPurchases(tx, scope, { batchId: run.batchId });
  });
}
