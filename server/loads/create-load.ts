import { inCompany, type Tx } from "#db/client.ts";
import { findLoadByRequest, findParties, insertLoads } from "#db/queries/load-inserts.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { requestCreditChecks } from "#server/credit-check/request-credit-checks.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { newId, type OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { suggestNumber } from "./next-load-number.ts";
import { refuseForeignParties } from "./no-such-party.ts";
import { numberTaken } from "./rules/load-number.ts";
import type { CreateLoad, CreateLoadResult } from "./schemas.ts";

type Committed = { result: CreateLoadResult; events: OutboxEventId[] };

/**
 * Creates a load (R18) and asks for its broker's automatic credit check (R15). The same request key gives the same
 * load again; a number that another load has is refused with one that is free. Throws not_found for a customer or
 * subsidiary of another company.
 */
export async function createLoad(
  actor: Actor,
  input: CreateLoad,
  clock: Clock = systemClock,
): Promise<CreateLoadResult> {
  const { result, events } = await inCompany(actor.scope, (tx) => commitLoad(tx, actor, input, clock()));
  // Not waited for: it never throws, and the sweep sends what it can't.
  void sendOutboxEvents(actor.scope, events);
  return result;
}

async function commitLoad(
  tx: Tx,
  actor: Actor,
  { requestKey, ...fields }: CreateLoad,
  now: Date,
): Promise<Committed> {
  const { scope } = actor;
  const { customerId, subsidiaryId, loadNumber } = fields;
  const wanted = { customerIds: [customerId], subsidiaryIds: [subsidiaryId] };
  refuseForeignParties(wanted, await findParties(tx, scope, wanted));
  const load = {
    ...fields,
    id: newId("load"),
    status: "open" as const,
    createdBy: actor.userId,
    createdAt: now,
    requestKey,
    reason: null,
  };
  const added = await insertLoads(tx, scope, [load]);
  if (!added.has(load.id)) {
    // A statement of its own: it sees what the request that came first has committed meanwhile.
    const earlier = await findLoadByRequest(tx, scope, requestKey);
    if (earlier) return { result: { kind: "created", loadId: earlier }, events: [] };
    const free = await suggestNumber(tx, scope, subsidiaryId);
    return {
      result: { kind: "refused", field: "loadNumber", sentence: numberTaken(loadNumber, free) },
      events: [],
    };
  }
  await recordAudit(tx, scope, {
    action: "load.created",
    subject: load.id,
    at: now,
    by: actor,
    data: { loadNumber, customerId, subsidiaryId },
  });
  await notify(tx, scope, { topic: "load", id: load.id });
  const events = await requestCreditChecks(tx, scope, {
    customerIds: [customerId],
    subsidiaryId,
    trigger: "load_created",
    at: now,
  });
  return { result: { kind: "created", loadId: load.id }, events };
}
