import { and, desc, eq, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers, factoringBatches, invoicingMethods, loads } from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasLiveSubmission, isComplete, isQueued, loadsOf, packet } from "./factoring-queue-conditions.ts";
import { queueLookUps } from "./factoring-queue-lookups.ts";
import { needsYouSql } from "./factoring-report-parts.ts";

// Invoiced loads are in no batch's way, and nothing before Released is near to one.
const isNearQueue = sql`${loads.status} in ('queued', 'released')`;

/** Loads that are nearly ready for a batch, oldest delivery first, with what the rule needs to say why not (R22). */
export function listNotReady(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId, limit: number) {
  const incomplete = incompleteLoads(tx, scope, subsidiaryId);
  const near = tx
    .select({
      ...incomplete._.selectedFields,
      /** Of all that are not ready, not of this page. */
      count: sql<number>`count(*) over ()`.mapWith(Number).as("near_count"),
    })
    .from(incomplete)
    .where(not(hasLiveSubmission))
    .orderBy(incomplete.deliveredOn, incomplete.loadId)
    .limit(limit)
    .as("near");
  return tx
    .select({ ...near._.selectedFields, customerName: customers.name })
    .from(near)
    .innerJoin(customers, and(eq(customers.companyId, scope.companyId), eq(customers.id, near.customerId)))
    .orderBy(near.deliveredOn, near.loadId);
}

/** Whether any load is nearly ready. Nearly always the first few looked at tell, where `listNotReady` reads them all. */
export async function hasNotReady(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId): Promise<boolean> {
  const incomplete = incompleteLoads(tx, scope, subsidiaryId);
  const found = await tx
    .select({ loadId: incomplete.loadId })
    .from(incomplete)
    .where(not(hasLiveSubmission))
    .limit(1);
  return found.length > 0;
}

/*
 * The limit is a fence: who has a live submission is asked of these loads only, not of the whole queue. In place of
 * `loads`.
 */
const MOST_INCOMPLETE = 1_000_000;

function incompleteLoads(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId) {
  const { method, invoice, merged } = queueLookUps(tx);
  return tx
    .select({
      companyId: loads.companyId,
      loadId: loads.id,
      loadNumber: loads.loadNumber,
      loadStatus: loads.status,
      poNumber: loads.poNumber,
      originCity: loads.originCity,
      originState: loads.originState,
      destinationCity: loads.destinationCity,
      destinationState: loads.destinationState,
      customerId: loads.customerId,
      deliveredOn: loads.deliveredOn,
      invoicingMethod: method.method,
      amountCents: invoice.amountCents,
      totalCents: loads.totalCents,
      hasPacket: sql<boolean>`${packet.id} is not null`.as("has_packet"),
    })
    .from(loads)
    .leftJoinLateral(method, sql`true`)
    .leftJoinLateral(invoice, sql`true`)
    .leftJoinLateral(merged, sql`true`)
    .where(
      and(
        loadsOf(scope, subsidiaryId, isNearQueue),
        or(
          and(isQueued, sql`${isComplete} is not true`),
          // A Released load of a customer who is invoiced another way is not on its way to the factor.
          sql`(${loads.status} = 'released' and ${invoicingMethods.method} = 'factoring')`,
        ),
      ),
    )
    .limit(MOST_INCOMPLETE)
    .as("loads");
}

/**
 * Queued loads whose latest submission failed or whose answer from OTR stays lost, latest first (R28). Found by the index
 * of what waits for a person, which holds a few of a company's years of submissions; what belongs to each is looked up.
 */
export function listNeedsYou(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId, limit: number) {
  const load = tx
    .select({
      companyId: loads.companyId,
      subsidiaryId: loads.subsidiaryId,
      customerId: loads.customerId,
      loadNumber: loads.loadNumber,
      status: loads.status,
    })
    .from(loads)
    .where(and(eq(loads.companyId, batchInvoices.companyId), eq(loads.id, batchInvoices.loadId)))
    .limit(1)
    .as("loads");
  const { customer } = queueLookUps(tx);
  const batch = tx
    .select({ batchNumber: factoringBatches.batchNumber, usdotNumber: factoringBatches.usdotNumber })
    .from(factoringBatches)
    .where(
      and(
        eq(factoringBatches.companyId, batchInvoices.companyId),
        eq(factoringBatches.id, batchInvoices.batchId),
      ),
    )
    .limit(1)
    .as("batch");
  return tx
    .select({
      batchInvoiceId: batchInvoices.id,
      batchId: batchInvoices.batchId,
      loadId: batchInvoices.loadId,
      loadNumber: load.loadNumber,
      invoiceNumber: batchInvoices.invoiceNumber,
      poNumber: batchInvoices.poNumber,
      amountCents: batchInvoices.amountCents,
      customerId: load.customerId,
      customerName: customer.name,
      mcNumber: batchInvoices.mcNumber,
      state: batchInvoices.state,
      failureReason: batchInvoices.failureReason,
      failureDetail: batchInvoices.failureDetail,
      otrInvoicePkey: batchInvoices.otrInvoicePkey,
      stateChangedAt: batchInvoices.stateChangedAt,
      batchNumber: batch.batchNumber,
      usdotNumber: batch.usdotNumber,
      /** Of all that wait, not of these. */
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(batchInvoices)
    .innerJoinLateral(load, sql`true`)
    .innerJoinLateral(customer, sql`true`)
    .innerJoinLateral(batch, sql`true`)
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        loadsOf(scope, subsidiaryId, isQueued),
        needsYouSql(),
        isNull(batchInvoices.withdrawnAt),
        or(eq(batchInvoices.state, "failed"), isNotNull(batchInvoices.needsReviewSince)),
      ),
    )
    .orderBy(desc(batchInvoices.stateChangedAt))
    .limit(limit);
}
