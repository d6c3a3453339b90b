import { cron } from "inngest";
import { inngest } from "#inngest/client.ts";
import { findDueNights, startNightlySync } from "#server/factoring/start-nightly-sync.ts";
import { scopeOf } from "./company-scope.ts";
import { forEachAlone } from "./for-each-alone.ts";
import { type Steps, stepsOver } from "./steps.ts";

const verbs = { findDueNights, startNightlySync };

/**
 * Looks every quarter of an hour for companies whose night has come: 02:00 differs by time zone, and a night
 * missed while the server was down is caught up (R31).
 */
export const buildNightlySync = () =>
  inngest.createFunction(
    { id: "nightly-sync", triggers: cron("*/15 * * * *"), retries: 3, concurrency: 1 },
    ({ step }) => startDueNights(stepsOver(step)),
  );

/** Starts the nightly sync of every company where it is due. Repeated, it starts none twice. */
export function startDueNights(steps: Steps, use: typeof verbs = verbs): Promise<number> {
  return steps.run("start due nights", async () => {
    const nights = await use.findDueNights(new Date());
    return forEachAlone(nights, ({ companyId, nightOf }) =>
      use.startNightlySync(scopeOf({ companyId }), nightOf),
    );
  });
}
