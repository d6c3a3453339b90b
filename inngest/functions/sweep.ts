import { cron } from "inngest";
import { inngest } from "#inngest/client.ts";
import { findIdleSubmissions, requeueSubmission } from "#server/factoring/requeue-submission.ts";
import { findIdleSyncs, reviveSync } from "#server/factoring/revive-sync.ts";
import { listStaleEvents } from "#server/outbox/list-stale-events.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { scopeOf } from "./company-scope.ts";
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

/** One sweep: each kind in a step of its own, and what one company can't do is nobody else's trouble. */
export async function sweep(steps: Steps, use: typeof verbs = verbs) {
  const events = await steps.run("send stale events", async () => {
    let sent = 0;
    for (const { companyId, eventIds } of await use.listStaleEvents(new Date())) {
      sent += await use.sendOutboxEvents(scopeOf({ companyId }), eventIds);
    }
    return sent;
  });
  const submissions = await steps.run("requeue idle submissions", async () => {
    let requeued = 0;
    for (const { companyId, batchInvoiceId } of await use.findIdleSubmissions(new Date())) {
      if (await use.requeueSubmission(scopeOf({ companyId }), batchInvoiceId)) requeued += 1;
    }
    return requeued;
  });
  const syncs = await steps.run("revive idle syncs", async () => {
    const idle = await use.findIdleSyncs(new Date());
    for (const { companyId, syncRunId } of idle) {
      await use.reviveSync({ scope: scopeOf({ companyId }), syncRunId });
    }
    return idle.length;
  });
  return { events, submissions, syncs };
}
