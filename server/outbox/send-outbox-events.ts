import { inCompany } from "#db/client.ts";
import { listUnsentAmong, updateEventsSent, updateEventsTried } from "#db/queries/outbox.ts";
import { inngest } from "#inngest/client.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { log } from "#server/log.ts";

/**
 * Sends committed events to Inngest and marks them sent; returns how many. An event's id is its idempotency key,
 * so two senders, or a crash between sending and marking, cause no second run. Never throws: what stays unsent is
 * logged and picked up by the sweep.
 */
export async function sendOutboxEvents(
  scope: CompanyScope,
  ids: OutboxEventId[],
  clock: Clock = systemClock,
): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    const events = await inCompany(scope, (tx) => listUnsentAmong(tx, scope, ids));
    if (events.length === 0) return 0;
    await inngest.send(events.map(({ id, name, data }) => ({ id, name, data })));
    const sent = events.map(({ id }) => id);
    await inCompany(scope, (tx) => updateEventsSent(tx, scope, sent, clock()));
    return sent.length;
  } catch (error) {
    log().warn({ err: error, events: ids }, "events not sent, left to the sweep");
    await noteTry(scope, ids);
    return 0;
  }
}

async function noteTry(scope: CompanyScope, ids: OutboxEventId[]): Promise<void> {
  try {
    await inCompany(scope, (tx) => updateEventsTried(tx, scope, ids));
  } catch (error) {
    log().warn({ err: error, events: ids }, "tries of unsent events not counted");
  }
}
