import { inCompany } from "#db/client.ts";
import { updateBatchesSynced } from "#db/queries/batches.ts";
import { findOtrLogin, type OtrLogin } from "#db/queries/integrations.ts";
import { listOpenPurchases } from "#db/queries/open-purchases.ts";
import { findSyncRun, updateSyncAdvanced } from "#db/queries/sync-runs.ts";
import { type AuditRecord, recordAudits } from "#server/audit/record-audit.ts";
import { noteCall } from "#server/integrations/note-call.ts";
import { otrClientFor } from "#server/integrations/otr-client-for.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { BatchInvoiceId, IntegrationId } from "#server/kernel/ids.ts";
import type { Verdict } from "../rules/purchase-reading.ts";
import { countVerdicts, noCounts, type SyncCounts } from "../rules/sync-counts.ts";
import { applyReading, type SyncWork } from "./apply-reading.ts";
import { type Halt, readPage, type Seen } from "./read-page.ts";
import type { SyncJob } from "./sync-job.ts";
import type { SyncTroubleCode } from "./sync-troubles.ts";

const pageSize = 100;

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
 * Reads and applies OTR's status of the next hundred open invoices of one login (R30, R31). Safe to run again:
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

  const { seen, halt } = await readPage(otrClientFor(scope, login, clock), purchases);
  const work = { scope, syncRunId, now: clock() };
  const verdicts: Verdict[] = [];
  for (const one of seen) verdicts.push(await applyReading(work, one));
  await closePage(work, login, seen, halt);
  const last = seen.at(-1)?.purchase.id ?? after;
  const next = halt ?? { kind: purchases.length < pageSize ? "done" : "page" };
  return { counts: countVerdicts(verdicts), after: last, next };
}

/** Notes the page's exchanges with OTR, its batches as synced, and what it says about the login. */
async function closePage(work: SyncWork, login: OtrLogin, seen: Seen[], halt: Halt | null): Promise<void> {
  const { scope, syncRunId, now } = work;
  await inCompany(scope, async (tx) => {
    await recordAudits(
      tx,
      scope,
      seen.map((one) => exchangeRecord(work, one)),
    );
    const asked = seen.map(({ purchase }) => purchase.batchId);
    await updateBatchesSynced(tx, scope, asked, syncRunId, now);
    await updateSyncAdvanced(tx, scope, syncRunId, now);
    if (halt?.kind === "trouble") await noteCall(tx, scope, login, halt.trouble, now);
    else if (seen.some(({ outcome }) => outcome.kind === "status"))
      await noteCall(tx, scope, login, null, now);
  });
}

function exchangeRecord({ syncRunId, now }: SyncWork, { purchase, outcome }: Seen): AuditRecord {
  const { method, path, httpStatus, requestId, durationMs } = outcome.exchange;
  return {
    action: "otr.exchange",
    subject: purchase.id,
    at: now,
    by: null,
    data: {
      step: "read",
      outcome: outcome.kind,
      syncRunId,
      method,
      path,
      httpStatus,
      otrRequestId: requestId,
      durationMs,
    },
  };
}

function ended(after: BatchInvoiceId | null, next: PageResult["next"]): PageResult {
  return { counts: noCounts, after, next };
}
