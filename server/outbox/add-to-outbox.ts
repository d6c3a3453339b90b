import type { Tx } from "#db/client.ts";
import { insertOutboxEvents } from "#db/queries/outbox.ts";
import { newId, type OutboxEventId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** An event as `eventType.create(…)` makes it; its data is ids only. */
type DomainEvent = { name: string; data: Record<string, string | number> };

/**
 * Writes events in the transaction of the change that causes them, so neither is ever there without the other.
 * Returns their ids: pass them to `sendOutboxEvents` once the transaction has committed.
 */
export async function addToOutbox(
  tx: Tx,
  scope: CompanyScope,
  ...events: DomainEvent[]
): Promise<OutboxEventId[]> {
  const rows = events.map(({ name, data }) => ({ id: newId("event"), name, data }));
  await insertOutboxEvents(tx, scope, rows);
  return rows.map(({ id }) => id);
}
