import { inCompany } from "#db/client.ts";
import { listQueueSelection as listRows } from "#db/queries/factoring-queue.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { QueueView } from "./queue-schemas.ts";
import { maxBatchSize } from "./schemas.ts";

/**
 * Every load of the view, loaded on the page or not, for "select all": as many as one batch takes. `lacksMc`
 * names the load and customer of an invoice that would fail for want of an MC number (R25).
 */
export async function listQueueSelection(actor: Actor, view: QueueView) {
  const rows = await inCompany(actor.scope, (tx) => listRows(tx, actor.scope, view, maxBatchSize + 1));
  return {
    truncated: rows.length > maxBatchSize,
    rows: rows.slice(0, maxBatchSize).map((row) => ({
      id: row.loadId,
      cents: row.amountCents,
      ...(row.mcNumber ? {} : { lacksMc: { load: row.loadNumber, customer: row.customerName } }),
    })),
  };
}
