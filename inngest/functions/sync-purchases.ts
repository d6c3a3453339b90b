import { inngest } from "#inngest/client.ts";
import { syncRequested } from "#inngest/events.ts";
import { addCounts, noCounts, type SyncCounts } from "#server/factoring/rules/sync-counts.ts";
import { finishSync, type SyncResult } from "#server/factoring/sync/finish-sync.ts";
import { planSync } from "#server/factoring/sync/plan-sync.ts";
import type { SyncJob } from "#server/factoring/sync/sync-job.ts";
import { type PageResult, syncPage } from "#server/factoring/sync/sync-page.ts";
import type { SyncTroubleCode } from "#server/factoring/sync/sync-troubles.ts";
import type { BatchInvoiceId, CompanyId, IntegrationId, SyncRunId } from "#server/kernel/ids.ts";
import { log } from "#server/log.ts";
import { scopeOf } from "./company-scope.ts";
import { type Steps, stepsOver } from "./steps.ts";

const verbs = { planSync, syncPage, finishSync };
const pausesPerLogin = 30;

/**
 * The purchase sync of button and night: one function, so both come to the same (R31). `nightlySyncs` is how many
 * companies' nights are worked on at once; a person's sync waits for none of them.
 */
export const buildSyncPurchases = ({ nightlySyncs }: { nightlySyncs: number }) =>
  inngest.createFunction(
    {
      id: "sync-purchases",
      triggers: syncRequested,
      concurrency: [
        { limit: 2, key: "event.data.companyId" },
        {
          limit: nightlySyncs,
          key: 'event.data.trigger == "nightly" ? "nightly" : event.data.syncRunId',
        },
      ],
      retries: 5,
      onFailure: async ({ event, step }) => {
        const job = jobOf(syncRequested.schema.parse(event.data.event.data));
        await step.run("finish", () =>
          finishSync(job, { troubles: [{ integrationId: null, trouble: "stopped" }] }),
        );
      },
    },
    ({ event, step }) => syncPurchases(jobOf(event.data), stepsOver(step)),
  );

/** Goes through one login after the other; what is wrong with one is noted and stops none of the rest. */
export async function syncPurchases(job: SyncJob, steps: Steps, use: typeof verbs = verbs) {
  const logins = await steps.run("plan", () => use.planSync(job));
  let counts = noCounts;
  const troubles: SyncResult["troubles"] = [];
  for (const integrationId of logins) {
    const result = await syncLogin(job, integrationId, steps, use.syncPage).catch(brokenOff);
    counts = addCounts(counts, result.counts);
    if (result.trouble) troubles.push({ integrationId, trouble: result.trouble });
  }
  await steps.run("finish", () => use.finishSync(job, { counts, troubles }));
  return counts;
}

type LoginResult = { counts: SyncCounts; trouble?: SyncTroubleCode };

/** A step that has used up its retries. */
function brokenOff(error: unknown): LoginResult {
  log().error({ err: error }, "purchase sync of a login broke off");
  return { counts: noCounts, trouble: "stopped" };
}

async function syncLogin(
  job: SyncJob,
  integrationId: IntegrationId,
  steps: Steps,
  nextPage: typeof syncPage,
): Promise<LoginResult> {
  let counts = noCounts;
  let after: BatchInvoiceId | null = null;
  let pauses = 0;
  for (;;) {
    const from: BatchInvoiceId | null = after;
    const id = `${integrationId} after ${from ?? "start"}${pauses ? `, pause ${pauses}` : ""}`;
    const page: PageResult = await steps.run(`read ${id}`, () => nextPage(job, integrationId, from));
    counts = addCounts(counts, page.counts);
    after = page.after;
    if (page.next.kind === "done") return { counts };
    if (page.next.kind === "trouble") return { counts, trouble: page.next.trouble };
    if (page.next.kind === "page") continue;
    pauses += 1;
    if (pauses > pausesPerLogin) return { counts, trouble: "throttled" };
    await steps.sleep(`wait ${id}`, page.next.seconds);
  }
}

function jobOf({ companyId, syncRunId }: { companyId: CompanyId; syncRunId: SyncRunId }): SyncJob {
  return { scope: scopeOf({ companyId }), syncRunId };
}
