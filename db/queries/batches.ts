import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { companies, factoringBatches, integrations, subsidiaries } from "#db/schema/index.ts";
import type { IntegrationStatus } from "#server/integrations/rules/integration-status.ts";
import {
  type BatchId,
  type IntegrationId,
  idToUuid,
  type SubsidiaryId,
  type SyncRunId,
} from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { anyOf } from "./any-of.ts";

export type SubmittingSubsidiary = {
  id: SubsidiaryId;
  name: string;
  usdotNumber: string | null;
  integrationId: IntegrationId | null;
  integrationStatus: IntegrationStatus | null;
};

/** What a batch of this subsidiary needs before anything else; undefined when there is no such subsidiary. */
export async function findSubmittingSubsidiary(
  tx: Tx,
  scope: CompanyScope,
  id: SubsidiaryId,
): Promise<SubmittingSubsidiary | undefined> {
  const [row] = await tx
    .select({
      id: subsidiaries.id,
      name: subsidiaries.name,
      usdotNumber: subsidiaries.usdotNumber,
      integrationId: integrations.id,
      integrationStatus: integrations.status,
    })
    .from(subsidiaries)
    .leftJoin(
      integrations,
      and(eq(integrations.companyId, subsidiaries.companyId), eq(integrations.subsidiaryId, subsidiaries.id)),
    )
    .where(and(eq(subsidiaries.companyId, scope.companyId), eq(subsidiaries.id, id)));
  return row;
}

/** Makes batches of a company queue up here, so that numbers have no gaps and a request makes one batch. */
export async function lockBatchNumbers(tx: Tx, scope: CompanyScope): Promise<void> {
  await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, scope.companyId))
    .for("no key update");
}

/** The batch a request already made. */
export async function findBatchByRequest(
  tx: Tx,
  scope: CompanyScope,
  requestKey: string,
): Promise<{ id: BatchId; batchNumber: number } | undefined> {
  const [row] = await tx
    .select({ id: factoringBatches.id, batchNumber: factoringBatches.batchNumber })
    .from(factoringBatches)
    .where(and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.requestKey, requestKey)));
  return row;
}

type NewBatch = Omit<typeof factoringBatches.$inferInsert, "companyId" | "batchNumber">;

/** Adds a batch under the company's next number, which it returns. Call `lockBatchNumbers` first. */
export async function insertBatch(tx: Tx, scope: CompanyScope, batch: NewBatch): Promise<number> {
  const next = sql<number>`(select coalesce(max(b.batch_number), 0) + 1 from factoring_batches b
    where b.company_id = ${idToUuid("company", scope.companyId)})`;
  const [row] = await tx
    .insert(factoringBatches)
    .values({ ...batch, companyId: scope.companyId, batchNumber: next })
    .returning({ batchNumber: factoringBatches.batchNumber });
  if (!row) throw new Error("the batch was not inserted");
  return row.batchNumber;
}

/** Corrects what a batch adds up to. Amounts in cents. */
export async function updateBatchTotals(
  tx: Tx,
  scope: CompanyScope,
  id: BatchId,
  totals: { invoiceCount: number; totalCents: number },
): Promise<void> {
  await tx
    .update(factoringBatches)
    .set(totals)
    .where(and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.id, id)));
}

/** A batch as the work on it needs it; undefined when the company has none of that id. */
export async function findBatch(tx: Tx, scope: CompanyScope, id: BatchId) {
  const [row] = await tx
    .select({
      id: factoringBatches.id,
      batchNumber: factoringBatches.batchNumber,
      subsidiaryId: factoringBatches.subsidiaryId,
      integrationId: factoringBatches.integrationId,
    })
    .from(factoringBatches)
    .where(and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.id, id)));
  return row;
}

/** Notes on batches that this run asked OTR about their open invoices, in one statement. */
export async function updateBatchesSynced(
  tx: Tx,
  scope: CompanyScope,
  batchIds: BatchId[],
  syncRunId: SyncRunId,
  at: Date,
): Promise<void> {
  if (batchIds.length === 0) return;
  // Locked in id order first: two syncs of one company must not wait for each other in a ring.
  const locked = tx.$with("locked").as(
    tx
      .select({ id: factoringBatches.id })
      .from(factoringBatches)
      .where(
        and(
          eq(factoringBatches.companyId, scope.companyId),
          anyOf(factoringBatches.id, "batch", [...new Set(batchIds)]),
        ),
      )
      .orderBy(asc(factoringBatches.id))
      .for("no key update"),
  );
  await tx
    .with(locked)
    .update(factoringBatches)
    .set({ lastSyncRunId: syncRunId, lastSyncedAt: at })
    .from(locked)
    .where(and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.id, locked.id)));
}
