import type { insertBatchInvoices } from "#db/queries/batch-invoices.ts";
import type { BatchId, IntegrationId, SubsidiaryId } from "#server/kernel/ids.ts";
import { newId } from "#server/kernel/ids.ts";
import type { SubmittableLoad } from "./select-submittable.ts";

export type NewInvoice = Parameters<typeof insertBatchInvoices>[2][number];

/** What a batch gives to each of its invoices. */
export type BatchStamp = {
  batchId: BatchId;
  subsidiaryId: SubsidiaryId;
  integrationId: IntegrationId;
  now: Date;
};

/**
 * The rows of a new batch: copies of what is sent, so that a later edit changes nothing under way. A customer
 * without MC number makes its invoice fail at once, alone (R25).
 */
export function newBatchInvoices(loads: SubmittableLoad[], stamp: BatchStamp): NewInvoice[] {
  return loads.map((load) => ({
    id: newId("binv"),
    batchId: stamp.batchId,
    subsidiaryId: stamp.subsidiaryId,
    integrationId: stamp.integrationId,
    loadId: load.loadId,
    ...sentOf(load),
    ...startOf(load),
    stateChangedAt: stamp.now,
  }));
}

/** What is sent of a load. */
export function sentOf(load: SubmittableLoad) {
  return {
    invoiceId: load.invoiceId,
    customerId: load.customerId,
    loadNumber: load.loadNumber,
    invoiceNumber: load.invoiceNumber,
    invoiceDate: load.invoiceDate,
    poNumber: load.poNumber,
    mcNumber: load.mcNumber,
    amountCents: load.amountCents,
    originCity: load.originCity,
    originState: load.originState,
    destinationCity: load.destinationCity,
    destinationState: load.destinationState,
    weightLb: load.weightLb,
    miles: load.miles,
    documentId: load.documentId,
    documentSha256: load.documentSha256,
  };
}

function startOf(load: SubmittableLoad) {
  if (load.mcNumber) return { state: "pending", failedStep: null, failureReason: null } as const;
  return { state: "failed", failedStep: "create", failureReason: "mc_missing" } as const;
}
