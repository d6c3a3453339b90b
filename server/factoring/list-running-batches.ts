import { inCompany } from "#db/client.ts";
import { listRunningBatches as listRows } from "#db/queries/factoring-progress.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

/** How long a finished batch stays in sight of whoever comes back to the page. */
const LINGER_MS = 15 * 60_000;

/**
 * The subsidiary's batches that still work or were submitted in the last quarter of an hour, newest first, with
 * how many invoices stand where. Read from rows: a page reopened anywhere shows the same (R26).
 */
export async function listRunningBatches(
  actor: Actor,
  input: { subsidiaryId: SubsidiaryId },
  clock: Clock = systemClock,
) {
  const since = new Date(clock().getTime() - LINGER_MS);
  const rows = await inCompany(actor.scope, (tx) => listRows(tx, actor.scope, input.subsidiaryId, since));
  return rows.map((row) => ({
    ...row,
    submittedAt: row.submittedAt.toISOString(),
    running: row.waiting + row.created + row.attached + row.checking > 0,
  }));
}
