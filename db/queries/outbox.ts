import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { outbox } from "#db/schema/index.ts";
import type { OutboxEventId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type OutboxEvent = { id: OutboxEventId; name: string; data: Record<string, string | number> };

/** Adds events to be sent once the transaction commits. */
export async function insertOutboxEvents(tx: Tx, scope: CompanyScope, events: OutboxEvent[]): Promise<void> {
  await tx.insert(outbox).values(events.map((event) => ({ ...event, companyId: scope.companyId })));
}

/** The events among `ids` that still have to be sent, oldest first. */
export function listUnsentAmong(tx: Tx, scope: CompanyScope, ids: OutboxEventId[]): Promise<OutboxEvent[]> {
  return tx
    .select({ id: outbox.id, name: outbox.name, data: outbox.data })
    .from(outbox)
    .where(and(eq(outbox.companyId, scope.companyId), inArray(outbox.id, ids), isNull(outbox.sentAt)))
    .orderBy(outbox.id);
}

/** Notes that the events were acknowledged. */
export async function updateEventsSent(
  tx: Tx,
  scope: CompanyScope,
  ids: OutboxEventId[],
  sentAt: Date,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ sentAt, tries: sql`${outbox.tries} + 1` })
    .where(and(eq(outbox.companyId, scope.companyId), inArray(outbox.id, ids)));
}

/** Notes that the events could not be sent this time. */
export async function updateEventsTried(tx: Tx, scope: CompanyScope, ids: OutboxEventId[]): Promise<void> {
  await tx
    .update(outbox)
    .set({ tries: sql`${outbox.tries} + 1` })
    .where(and(eq(outbox.companyId, scope.companyId), inArray(outbox.id, ids), isNull(outbox.sentAt)));
}
