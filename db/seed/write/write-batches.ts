import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, submissionAttempts } from "#db/schema/index.ts";
import { sha256Of } from "#server/documents/storage.ts";
import { sumCents } from "#server/kernel/money.ts";
import { type Cast, personOf, subsidiaryOf } from "../cast.ts";
import type { SentInvoice } from "../otr/otr-desk.ts";
import { laneOf } from "../plan/lane-of.ts";
import { lastRunFor, runOf } from "../plan/plan-syncs.ts";
import type { BatchInvoicePlan, BatchPlan, SyncRunPlan } from "../plan/plan-types.ts";
import { attemptRows } from "./attempt-rows.ts";
import { insertMany } from "./insert-many.ts";
import type { PastBatches } from "./past-batches.ts";
import { purchaseColumns } from "./purchase-columns.ts";

/** Writes the batches of the past with their invoices and every call that was made for them. */
export async function writeBatches(tx: Tx, cast: Cast, past: PastBatches): Promise<void> {
  const each = past.batches.flatMap((batch) => batch.invoices.map((invoice) => ({ batch, invoice })));
  await insertMany(
    tx,
    factoringBatches,
    past.batches.map((batch) => batchRow(cast, batch, past.runs)),
  );
  await insertMany(
    tx,
    batchInvoices,
    each.map(({ batch, invoice }) => invoiceRow(cast, batch, invoice, past)),
  );
  await insertMany(
    tx,
    submissionAttempts,
    each.flatMap(({ batch, invoice }) => attemptRows(cast, batch, invoice, past)),
  );
}

function batchRow(cast: Cast, batch: BatchPlan, runs: readonly SyncRunPlan[]) {
  const last = batch.invoices
    .flatMap((invoice) => lastRunFor(invoice, batch, runs) ?? [])
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .at(-1);
  return {
    companyId: cast.scope.companyId,
    id: batch.id,
    batchNumber: batch.number,
    ...ownerColumns(cast, batch),
    usdotNumber: subsidiaryOf(cast, batch.subsidiary).usdotNumber ?? "",
    requestKey: `demo-batch-${batch.number}`,
    submittedBy: personOf(cast, batch.by),
    submittedAt: batch.at,
    invoiceCount: batch.invoices.length,
    totalCents: sumCents(batch.invoices.map(({ load }) => load.totalCents)),
    lastSyncRunId: last?.id ?? null,
    lastSyncedAt: last?.finishedAt ?? null,
  };
}

function ownerColumns(cast: Cast, batch: BatchPlan) {
  const { id, integrationId, name } = subsidiaryOf(cast, batch.subsidiary);
  if (!integrationId) throw new Error(`${name} has no OTR login`);
  return { subsidiaryId: id, integrationId };
}

function invoiceRow(cast: Cast, batch: BatchPlan, plan: BatchInvoicePlan, past: PastBatches) {
  const { load, invoice } = plan;
  const packet = past.papers.get(load.id)?.find((paper) => paper.kind === "packet");
  if (!packet) throw new Error(`invoice ${invoice.number} has no merged document`);
  const { miles, ...lane } = laneOf(load);
  return {
    companyId: cast.scope.companyId,
    id: plan.id,
    batchId: batch.id,
    ...ownerColumns(cast, batch),
    loadId: load.id,
    invoiceId: invoice.id,
    customerId: load.customer.id,
    loadNumber: load.loadNumber,
    invoiceNumber: invoice.number,
    invoiceDate: invoice.date,
    poNumber: load.poNumber,
    mcNumber: load.customer.mcNumber,
    amountCents: load.totalCents,
    ...lane,
    miles,
    weightLb: load.weightLb,
    documentId: packet.id,
    documentSha256: packet.sha256,
    ...submissionColumns(batch, plan, past.sent.get(plan)),
    ...purchaseColumns(plan, (daysAgo) => runOf(daysAgo, past.runs).finishedAt),
    createdAt: batch.at,
  };
}

function submissionColumns(batch: BatchPlan, plan: BatchInvoicePlan, sent: SentInvoice | undefined) {
  const createBody = sent?.createBody ?? null;
  const body = { createBody, createBodySha256: createBody && sha256Of(Buffer.from(createBody)) };
  if (plan.failure) {
    const failureDetail = plan.failure === "broker_not_approved" ? "not approved" : null;
    return {
      ...body,
      ...{
        state: "failed" as const,
        failedStep: "create" as const,
        failureReason: plan.failure,
        failureDetail,
      },
      stateChangedAt: new Date(batch.at.getTime() + 2_000),
    };
  }
  const acceptedAt = plan.load.steps.find((step) => step.status === "invoiced")?.at ?? batch.at;
  return { ...body, ...sent?.echo, state: "accepted" as const, stateChangedAt: acceptedAt, acceptedAt };
}
