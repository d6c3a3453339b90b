import { inCompany } from "#db/client.ts";
import { findOtrLogin } from "#db/queries/integrations.ts";
import { listOpenPurchases } from "#db/queries/open-purchases.ts";
import { findSyncRun } from "#db/queries/sync-runs.ts";
import { otrClientFor } from "#server/integrations/otr-client-for.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { BatchInvoiceId, IntegrationId } from "#server/kernel/ids.ts";
import { countVerdicts, noCounts, type SyncCounts } from "../rules/sync-counts.ts";
import { applyPage } from "./apply-page.ts";
import { readPage } from "./read-page.ts";
import type { SyncJob } from "./sync-job.ts";
import type { SyncTroubleCode } from "./sync-troubles.ts";

/** Pages go one after another: large enough that waiting for a page's slowest read costs next to nothing. */
const pageSize = 400;

/** Where a login's sync stands after a page: `after` is the last invoice dealt with. Kept as a step's result. */
export type PageResult = {
  counts: SyncCounts;
  after: BatchInvoiceId | null;
  next:
    | { kind: "page" }
    | { kind: "done" }
    | { kind: "pause"; seconds: number }
    | { kind: "trouble"; trouble: SyncTroubleCode };
};

/**
 * Reads and applies OTR's status of the next page of open invoices of one login (R30, R31). Safe to run again:
 * what is settled is not open any more, what is unchanged is not written.
 */
export async function syncPage(
  job: SyncJob,
  integrationId: IntegrationId,
  after: BatchInvoiceId | null,
  clock: Clock = systemClock,
): Promise<PageResult> {
  const { scope, syncRunId } = job;
  const start = await inCompany(scope, async (tx) => {
    const run = await findSyncRun(tx, scope, syncRunId);
    const login = await findOtrLogin(tx, scope, integrationId);
    if (!run || run.finishedAt || !login) return undefined;
    const purchases = await listOpenPurchases(tx, scope, {
      batchId: run.batchId,
      integrationId,
      after,
      pageSize,
    });
    return { login, purchases };
  });
  if (!start || start.purchases.length === 0) return ended(after, { kind: "done" });
  const { login, purchases } = start;
  if (!isUsable(login.status)) {
    const trouble = login.status === "disconnected" ? "disconnected" : "credentials_rejected";
    return ended(after, { kind: "trouble", trouble });
  }

  const read = await readPage(otrClientFor(scope, login, clock), purchases);
  const verdicts = await applyPage({ scope, syncRunId, now: clock() }, login, read);
  const last = read.seen.at(-1)?.purchase.id ?? after;
  const isLast = purchases.length < pageSize && read.seen.length === purchases.length;
  const next = read.halt ?? { kind: isLast ? "done" : "page" };
  return { counts: countVerdicts(verdicts), after: last, next };
}

function ended(after: BatchInvoiceId | null, next: PageResult["next"]): PageResult {
  return { counts: noCounts, after, next };
}
