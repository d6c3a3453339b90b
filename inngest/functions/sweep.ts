import { cron } from "inngest";
import { inngest } from "#inngest/client.ts";
import { findIdleSubmissions, requeueSubmission } from "#server/factoring/requeue-submission.ts";
import { findIdleSyncs, reviveSync } from "#server/factoring/revive-sync.ts";
import { listStaleEvents } from "#server/outbox/list-stale-events.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { scopeOf } from "./company-scope.ts";
import { forEachAlone } from "./for-each-alone.ts";
import { type Steps, stepsOver } from "./steps.ts";

const verbs = {
  listStaleEvents,
  sendOutboxEvents,
  findIdleSubmissions,
  requeueSubmission,
  findIdleSyncs,
  reviveSync,
};

/** Every minute: sends what was not sent, and sets going what has lost its run, so nothing stays stuck for ever. */
export const buildSweep = () =>
  inngest.createFunction(
    { id: "sweep", triggers: cron("* * * * *"), retries: 0, concurrency: 1 },
    ({ step }) => sweep(stepsOver(step)),
  );

/** One sweep, each kind in a step of its own; returns how much there was of each. */
export async function sweep(steps: Steps, use: typeof verbs = verbs) {
  const events = await steps.run("send stale events", async () =>
    forEachAlone(await use.listStaleEvents(new Date()), ({ companyId, eventIds }) =>
      use.sendOutboxEvents(scopeOf({ companyId }), eventIds),
    ),
  );
  const submissions = await steps.run("requeue idle submissions", async () =>
    forEachAlone(await use.findIdleSubmissions(new Date()), ({ companyId, batchInvoiceId }) =>
      use.requeueSubmission(scopeOf({ companyId }), batchInvoiceId),
    ),
  );
  const syncs = await steps.run("revive idle syncs", async () =>
    forEachAlone(await use.findIdleSyncs(new Date()), ({ companyId, syncRunId }) =>
      use.reviveSync({ scope: scopeOf({ companyId }), syncRunId }),
    ),
  );
  return { events, submissions, syncs };
}
