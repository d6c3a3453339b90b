import { inCompany, type Tx } from "#db/client.ts";
import { creditCheckDemanded } from "#inngest/events.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { IntegrationId, OutboxEventId } from "#server/kernel/ids.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { countRefresh } from "./check-limits.ts";
import { readDesks } from "./read-desks.ts";
import type { CreditInput, RefreshCreditResult } from "./schemas.ts";

/**
 * ↻: asks OTR about a customer now, whatever the last check's age (R14), for the subsidiary named or every one that
 * factors it. Pressed while a check runs, it is answered by one more, together with all other such presses. Refused
 * with the reason where OTR can't be asked anywhere. Throws not_found for another company's customer or subsidiary,
 * and too_many_requests where one person or company presses it hundreds of times in a quarter of an hour.
 */
export async function refreshCredit(
  actor: Actor,
  input: CreditInput,
  clock: Clock = systemClock,
): Promise<RefreshCreditResult> {
  await countRefresh(actor);
  const { result, events } = await inCompany(actor.scope, (tx) => commitDemand(tx, actor, input, clock()));
  void sendOutboxEvents(actor.scope, events);
  return result;
}

type Committed = { result: RefreshCreditResult; events: OutboxEventId[] };

async function commitDemand(tx: Tx, actor: Actor, input: CreditInput, now: Date): Promise<Committed> {
  const { desks, obstacle } = await readDesks(tx, actor, input);
  if (obstacle) return { result: { kind: "refused", obstacle }, events: [] };
  const ready = desks.filter((desk) => desk.obstacle === null);
  const logins = ready.flatMap(({ integrationId }) => integrationId ?? []);
  return demand(tx, actor, input, logins, now);
}

async function demand(
  tx: Tx,
  { scope, userId }: Actor,
  { customerId }: CreditInput,
  logins: IntegrationId[],
  now: Date,
): Promise<Committed> {
  const demandedAt = now.toISOString();
  const events = await addToOutbox(
    tx,
    scope,
    ...logins.map((integrationId) =>
      creditCheckDemanded.create({
        companyId: scope.companyId,
        integrationId,
        customerId,
        demandedBy: userId,
        demandedAt,
      }),
    ),
  );
  return { result: { kind: "asked", askedAt: demandedAt, checks: logins.length }, events };
}
