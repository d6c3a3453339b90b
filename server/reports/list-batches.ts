import { inCompany } from "#db/client.ts";
import { listBatchReport } from "#db/queries/factoring-report.ts";
import type { Actor } from "#server/auth/actor.ts";
import { toBatchRow } from "./batch-row.ts";
import type { BatchFilter, BatchPage } from "./schemas.ts";

const PAGE_SIZE = 50;

/** A page of the company's batches, newest first, with the counts of their invoices (R29). */
export function listBatches(
  actor: Actor,
  { cursor, ...filter }: BatchFilter & { cursor?: number | null },
): Promise<BatchPage> {
  return inCompany(actor.scope, async (tx) => {
    const found = await listBatchReport(tx, actor.scope, {
      filter,
      timeZone: actor.company.timeZone,
      before: cursor ?? undefined,
      limit: PAGE_SIZE + 1,
    });
    const rows = found.slice(0, PAGE_SIZE).map(toBatchRow);
    const nextCursor = found.length > PAGE_SIZE ? (rows.at(-1)?.number ?? null) : null;
    return { rows, nextCursor };
  });
}
