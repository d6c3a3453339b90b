import { randomUUID } from "node:crypto";
import { asc, eq, inArray } from "drizzle-orm";
import { inCompany } from "#db/client.ts";
import { batchInvoices, factoringBatches, purchaseStatusChanges, syncRuns } from "#db/schema/index.ts";
import type { FactoringDesk } from "#db/testing/a-factoring-desk.ts";
import { manyQueuedLoads, type QueuedLoad } from "#db/testing/a-queued-load.ts";
import { submitBatch } from "#server/factoring/submit-batch.ts";
import { type BatchId, type BatchInvoiceId, newId, type SyncRunId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

type InvoiceValues = Partial<typeof batchInvoices.$inferInsert>;

export type SentBatch = {
  batchId: BatchId;
  number: number;
  invoiceIds: BatchInvoiceId[];
  loads: QueuedLoad[];
};

/** A batch as the desk's biller submits it, one invoice for each of `outcomes`, brought to that outcome. */
export async function aSentBatch(desk: FactoringDesk, outcomes: InvoiceValues[]): Promise<SentBatch> {
  const { scope, subsidiaryId, customerId } = desk;
  const loads = await manyQueuedLoads(scope, subsidiaryId, customerId, outcomes.length);
  return sendLoads(desk, loads, outcomes);
}

/** As `aSentBatch`, for loads that are there. */
export async function sendLoads(
  { biller, scope, subsidiaryId }: FactoringDesk,
  loads: QueuedLoad[],
  outcomes: InvoiceValues[],
): Promise<SentBatch> {
  const result = await submitBatch(biller, {
    subsidiaryId,
    loadIds: loads.map(({ loadId }) => loadId),
    requestKey: randomUUID(),
  });
  if (result.kind !== "submitted") throw new Error(`the batch was not submitted: ${result.kind}`);
  const invoiceIds = await listInvoiceIds(scope, result.batchId);
  for (const [values, ids] of Map.groupBy(invoiceIds, (_, index) => outcomes[index] ?? {})) {
    await setInvoices(scope, ids, values);
  }
  return { batchId: result.batchId, number: result.batchNumber, invoiceIds, loads };
}

/** Outcomes of a submission, and of OTR's reading afterwards. */
export const outcome = {
  accepted: { state: "accepted", acceptedAt: new Date("2026-11-20T12:00:00Z"), purchaseOpen: true },
  failed: { state: "failed", failureReason: "broker_unknown", failedStep: "create" },
  lost: { state: "unknown" },
  financed: {
    state: "accepted",
    purchaseCode: 3,
    purchaseOpen: false,
    fundedAt: new Date("2026-11-23T08:02:00Z"),
    purchaseChangedAt: new Date("2026-11-23T08:02:00Z"),
  },
} as const satisfies Record<string, InvoiceValues>;

/** Accepted, and read with this code of OTR's. */
export function readAs(purchaseCode: number): InvoiceValues {
  return { ...outcome.accepted, purchaseCode };
}

/** Changes what is stored of invoices. */
export async function setInvoices(
  scope: CompanyScope,
  ids: BatchInvoiceId[],
  values: InvoiceValues,
): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await inCompany(scope, (tx) => tx.update(batchInvoices).set(values).where(inArray(batchInvoices.id, ids)));
}

/** A sync run of the company. */
export async function aSyncRun(
  scope: CompanyScope,
  values: Partial<typeof syncRuns.$inferInsert>,
): Promise<SyncRunId> {
  const id = newId("sync");
  await inCompany(scope, (tx) =>
    tx
      .insert(syncRuns)
      .values({ trigger: "nightly", startedAt: new Date(), ...values, id, companyId: scope.companyId }),
  );
  return id;
}

/** A change of OTR's status that the run saw. */
export async function aStatusChange(
  scope: CompanyScope,
  values: Omit<typeof purchaseStatusChanges.$inferInsert, "id" | "companyId">,
): Promise<void> {
  await inCompany(scope, (tx) =>
    tx.insert(purchaseStatusChanges).values({ ...values, id: newId("change"), companyId: scope.companyId }),
  );
}

/** Notes on the batch that the run asked OTR about it. */
export async function markSynced(
  scope: CompanyScope,
  batchId: BatchId,
  sync: { lastSyncRunId: SyncRunId; lastSyncedAt: Date },
): Promise<void> {
  await inCompany(scope, (tx) =>
    tx.update(factoringBatches).set(sync).where(eq(factoringBatches.id, batchId)),
  );
}

async function listInvoiceIds(scope: CompanyScope, batchId: BatchId): Promise<BatchInvoiceId[]> {
  const rows = await inCompany(scope, (tx) =>
    tx
      .select({ id: batchInvoices.id })
      .from(batchInvoices)
      .where(eq(batchInvoices.batchId, batchId))
      .orderBy(asc(batchInvoices.id)),
  );
  return rows.map(({ id }) => id);
}
