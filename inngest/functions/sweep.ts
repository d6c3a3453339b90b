import { cron } from "inngest";
import { inngest } from "#inngest/client.ts";
import { findIdleSubmissions, requeueSubmission } from "#server/factoring/requeue-submission.ts";
import { findIdleSyncs, reviveSync } from "#server/factoring/revive-sync.ts";
import { findLostImports, reviveImport } from "#server/imports/revive-import.ts";
import { listStaleEvents } from "#server/outbox/list-stale-events.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { dropOldRows } from "#server/retention/drop-old-rows.ts";
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
  findLostImports,
  reviveImport,
  dropOldRows,
};

/**
 * Every minute: sends what was not sent, and sets going what has lost its run, so nothing stays stuck for ever; and
 * drops what nobody asks for any more.
 */
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
  const imports = await steps.run("revive lost imports", async () =>
    forEachAlone(await use.findLostImports(new Date()), ({ companyId, importId }) =>
      use.reviveImport({ scope: scopeOf({ companyId }), importId }),
    ),
  );
  const dropped = await steps.run("drop old rows", () => use.dropOldRows(new Date()));
  return { events, submissions, syncs, imports, dropped };
}
