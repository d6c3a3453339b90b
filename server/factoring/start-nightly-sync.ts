import { inCompany, withoutCompany } from "#db/client.ts";
import { listCompaniesWithOtr } from "#db/queries/across-companies.ts";
import { insertSyncRun } from "#db/queries/sync-runs.ts";
import { syncRequested } from "#inngest/events.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { type CompanyId, newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { notify } from "#server/live/notify.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { nightDue } from "./rules/night-due.ts";

/** The companies whose nightly sync is due now, and the local day it is for (R31). */
export async function findDueNights(now: Date): Promise<{ companyId: CompanyId; nightOf: string }[]> {
  const companies = await withoutCompany(listCompaniesWithOtr);
  return companies.flatMap((company) => {
    const nightOf = nightDue(now, company);
    return nightOf ? [{ companyId: company.companyId, nightOf }] : [];
  });
}

/** Starts a company's nightly sync, once per local day however often it is called. True when this call did it. */
export async function startNightlySync(
  scope: CompanyScope,
  nightOf: string,
  clock: Clock = systemClock,
): Promise<boolean> {
  const now = clock();
  const events = await inCompany(scope, async (tx) => {
    const syncRunId = newId("sync");
    const started = await insertSyncRun(tx, scope, {
      id: syncRunId,
      trigger: "nightly",
      nightOf,
      startedAt: now,
    });
    if (!started) return [];
    const data = { trigger: "nightly", nightOf };
    await recordAudit(tx, scope, { action: "sync.started", subject: syncRunId, at: now, by: null, data });
    await notify(tx, scope, { topic: "sync", id: syncRunId });
    const { companyId } = scope;
    return addToOutbox(tx, scope, syncRequested.create({ companyId, syncRunId, trigger: "nightly" }));
  });
  await sendOutboxEvents(scope, events, clock);
  return events.length > 0;
}
