import { inCompany } from "#db/client.ts";
import { upsertStaleStanding } from "#db/queries/credit-writes.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import type { CheckJob } from "./check-job.ts";

const STOPPED = "The check broke off before OTR had answered.";

/** Says on the broker's standing that a check came to nothing, once it has used up its retries. */
export async function abandonCheck(job: CheckJob, clock: Clock = systemClock): Promise<void> {
  const { scope, integrationId, customerId, cause } = job;
  const now = clock();
  await inCompany(scope, async (tx) => {
    await upsertStaleStanding(tx, scope, {
      integrationId,
      customerId,
      trigger: cause.trigger,
      startedAt: now,
      checkedAt: now,
      staleReason: STOPPED,
    });
    await notify(tx, scope, { topic: "credit", id: customerId });
  });
}
