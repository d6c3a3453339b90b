import { and, desc, eq, isNull, not, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers, factoringBatches, invoicingMethods, loads } from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasLiveSubmission, isComplete, isQueued, loadsOf, packet } from "./factoring-queue-conditions.ts";
import { queueLookUps } from "./factoring-queue-lookups.ts";

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

/** Queued loads whose latest submission failed or whose answer from OTR stays lost, latest first (R28). */
export function listNeedsYou(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId, limit: number) {
  const latest = tx
    .select()
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, loads.companyId), eq(batchInvoices.loadId, loads.id)))
    .orderBy(desc(batchInvoices.id))
    .limit(1)
    .as("latest");
  const waiting = tx
    .select({
      batchInvoiceId: latest.id,
      batchId: latest.batchId,
      loadId: latest.loadId,
      loadNumber: loads.loadNumber,
      invoiceNumber: latest.invoiceNumber,
      poNumber: latest.poNumber,
      amountCents: latest.amountCents,
      customerId: loads.customerId,
      mcNumber: latest.mcNumber,
      state: latest.state,
      failureReason: latest.failureReason,
      failureDetail: latest.failureDetail,
      otrInvoicePkey: latest.otrInvoicePkey,
      stateChangedAt: latest.stateChangedAt,
      count: sql<number>`count(*) over ()`.mapWith(Number).as("waiting_count"),
    })
    .from(loads)
    .innerJoinLateral(latest, sql`true`)
    .where(
      and(
        loadsOf(scope, subsidiaryId, isQueued),
        isNull(latest.withdrawnAt),
        or(eq(latest.state, "failed"), sql`${latest.needsReviewSince} is not null`),
      ),
    )
    .orderBy(desc(latest.stateChangedAt))
    .limit(limit)
    .as("waiting");
  return tx
    .select({
      ...waiting._.selectedFields,
      customerName: customers.name,
      batchNumber: factoringBatches.batchNumber,
      usdotNumber: factoringBatches.usdotNumber,
    })
    .from(waiting)
    .innerJoin(customers, and(eq(customers.companyId, scope.companyId), eq(customers.id, waiting.customerId)))
    .innerJoin(
      factoringBatches,
      and(eq(factoringBatches.companyId, scope.companyId), eq(factoringBatches.id, waiting.batchId)),
    )
    .orderBy(desc(waiting.stateChangedAt));
}
