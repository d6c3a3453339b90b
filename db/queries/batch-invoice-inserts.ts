import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches } from "#db/schema/index.ts";
import type { FailureReason } from "#server/factoring/rules/failure-reasons.ts";
import { type BatchId, idFromUuid, type LoadId, newId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { anyOf, uuidsOf } from "./any-of.ts";
import { type Papers, papersOf, sentColumns } from "./load-papers.ts";

type NewBatchInvoice = typeof batchInvoices.$inferInsert;

type Added = {
  count: number;
  totalCents: number;
  /** Those that failed at once, in the order of their ids. */
  failed: { loadId: LoadId; reason: FailureReason }[];
};

/**
 * Adds a batch's invoices, copied from their loads where they lie: sent there and back, a thousand take five times as
 * long. A customer without MC number makes its invoice fail at once, alone (R25). A load that has a live submission is
 * left out (R27). Lock the loads first.
 */
export async function insertBatchInvoices(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
  loadIds: LoadId[],
): Promise<Added> {
  const papers = papersOf(tx, scope);
  const columns = columnsOf(papers);
  const names = sql.join(
    Object.keys(columns).map((key) => sql.identifier(toSnakeCase(key))),
    sql`, `,
  );
  const ids = uuidsOf(
    "binv",
    loadIds.map(() => newId("binv")),
  );
  const rows = tx
    .select(columns)
    .from(sql`unnest(${ids}, ${uuidsOf("load", loadIds)}) as wanted(id, load_id)`)
    .innerJoin(
      factoringBatches,
      and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.id, batchId)),
    )
    .crossJoinLateral(papers.load)
    .crossJoinLateral(papers.customer)
    .crossJoinLateral(papers.invoice)
    .crossJoinLateral(papers.packet);
  const [added] = await tx.execute<{
    count: number;
    total: string;
    failed: { load: string; reason: FailureReason }[];
  }>(
    sql`with added as (
        insert into ${batchInvoices} (${names}) ${rows} on conflict do nothing
        returning id, load_id, amount_cents, failure_reason)
      select count(*)::int as count, coalesce(sum(amount_cents), 0) as total, coalesce(json_agg(
        json_build_object('load', load_id, 'reason', failure_reason) order by id)
        filter (where failure_reason is not null), '[]') as failed
      from added`,
  );
  if (!added) throw new Error("what was added was not counted");
  const failed = added.failed.map(({ load, reason }) => ({ loadId: idFromUuid("load", load), reason }));
  return { count: added.count, totalCents: Number(added.total), failed };
}

/** A new invoice from its batch, its load's papers, and the row of `wanted` that brings its id. */
function columnsOf(papers: Papers) {
  const { mcNumber } = papers.customer;
  const unlessMc = (value: string) =>
    sql`case when coalesce(${mcNumber}, '') = '' then ${sql.raw(value)} end`;
  return {
    companyId: factoringBatches.companyId,
    id: sql`wanted.id`.as("id"),
    batchId: factoringBatches.id,
    subsidiaryId: factoringBatches.subsidiaryId,
    integrationId: factoringBatches.integrationId,
    stateChangedAt: factoringBatches.submittedAt,
    ...sentColumns(papers),
    invoiceDate: sql`to_char(${papers.invoice.invoiceDate}, 'YYYY-MM-DD')`,
    state: sql`coalesce(${unlessMc("'failed'::submission_state")}, 'pending')`,
    failedStep: unlessMc("'create'::submission_step"),
    failureReason: unlessMc("'mc_missing'::failure_reason"),
  } satisfies { [Key in keyof NewBatchInvoice]?: unknown };
}

/**
 * Makes earlier submissions of these loads history where they went out again with the batch, so that nobody need act on
 * the old ones. `offset 0` keeps PostgreSQL from joining: see load-papers.ts.
 */
export async function markSentAgain(
  tx: Tx,
  scope: CompanyScope,
  batchId: BatchId,
  loadIds: LoadId[],
  at: Date,
): Promise<void> {
  const isInBatch = sql`exists (
    select 1 from ${batchInvoices} again
    where again.company_id = ${batchInvoices.companyId} and again.load_id = ${batchInvoices.loadId}
      and again.batch_id = ${sql.param(batchId, batchInvoices.batchId)}
    offset 0)`;
  await tx
    .update(batchInvoices)
    .set({ sentAgainAt: at })
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        anyOf(batchInvoices.loadId, "load", loadIds),
        ne(batchInvoices.batchId, batchId),
        isNull(batchInvoices.sentAgainAt),
        isInBatch,
      ),
    );
}
