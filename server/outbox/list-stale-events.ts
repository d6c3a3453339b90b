import { withoutCompany } from "#db/client.ts";
import { listUnsentEvents } from "#db/queries/across-companies-sweep.ts";
import type { CompanyId, OutboxEventId } from "#server/kernel/ids.ts";

const graceMs = 15_000;
const atMost = 1000;

/** Events that were committed a while ago and not yet acknowledged, by company, oldest first. */
export async function listStaleEvents(
  now: Date,
): Promise<{ companyId: CompanyId; eventIds: OutboxEventId[] }[]> {
  const events = await withoutCompany((tx) =>
    listUnsentEvents(tx, new Date(now.getTime() - graceMs), atMost),
  );
  const byCompany = Map.groupBy(events, ({ companyId }) => companyId);
  return [...byCompany].map(([companyId, rows]) => ({ companyId, eventIds: rows.map((row) => row.eventId) }));
}
