import { and, desc, eq, isNull, not, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  customers,
  factoringBatches,
  invoices,
  invoicingMethods,
  loads,
} from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import {
  hasLiveSubmission,
  isComplete,
  isQueued,
  loadsOf,
  onCustomer,
  onInvoice,
  onMethod,
  onPacket,
  packet,
} from "./factoring-queue-conditions.ts";

// Invoiced loads are in no batch's way, and nothing before Released is near to one.
const isNearQueue = sql`${loads.status} in ('queued', 'released')`;

/** Loads that are nearly ready for a batch, oldest delivery first, with what the rule needs to say why not (R22). */
export function listNotReady(tx: Tx, scope: CompanyScope, subsidiaryId: SubsidiaryId, limit: number) {
  return tx
    .select({
      loadId: loads.id,
      loadNumber: loads.loadNumber,
      loadStatus: loads.status,
      poNumber: loads.poNumber,
      originCity: loads.originCity,
      originState: loads.originState,
      destinationCity: loads.destinationCity,
      destinationState: loads.destinationState,
      customerId: loads.customerId,
      customerName: customers.name,
      invoicingMethod: invoicingMethods.method,
      amountCents: invoices.amountCents,
      totalCents: loads.totalCents,
      hasPacket: sql<boolean>`${packet.id} is not null`,
      /** Of all that are not ready, not of this page. */
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(loads)
    .innerJoin(customers, onCustomer)
    .leftJoin(invoicingMethods, onMethod)
    .leftJoin(invoices, onInvoice)
    .leftJoin(packet, onPacket)
    .where(
      and(
        loadsOf(scope, subsidiaryId, isNearQueue),
        or(
          and(isQueued, sql`${isComplete} is not true`),
          // A Released load of a customer who is invoiced another way is not on its way to the factor.
          sql`(${loads.status} = 'released' and ${invoicingMethods.method} = 'factoring')`,
        ),
        not(hasLiveSubmission),
      ),
    )
    .orderBy(loads.deliveredOn, loads.id)
    .limit(limit);
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
  return tx
    .select({
      batchInvoiceId: latest.id,
      batchId: latest.batchId,
      batchNumber: factoringBatches.batchNumber,
      usdotNumber: factoringBatches.usdotNumber,
      loadId: loads.id,
      loadNumber: loads.loadNumber,
      invoiceNumber: latest.invoiceNumber,
      poNumber: latest.poNumber,
      amountCents: latest.amountCents,
      customerId: loads.customerId,
      customerName: customers.name,
      mcNumber: latest.mcNumber,
      state: latest.state,
      failureReason: latest.failureReason,
      failureDetail: latest.failureDetail,
      otrInvoicePkey: latest.otrInvoicePkey,
      stateChangedAt: latest.stateChangedAt,
      count: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(loads)
    .innerJoinLateral(latest, sql`true`)
    .innerJoin(customers, onCustomer)
    .innerJoin(
      factoringBatches,
      and(eq(factoringBatches.companyId, loads.companyId), eq(factoringBatches.id, latest.batchId)),
    )
    .where(
      and(
        loadsOf(scope, subsidiaryId, isQueued),
        isNull(latest.withdrawnAt),
        or(eq(latest.state, "failed"), sql`${latest.needsReviewSince} is not null`),
      ),
    )
    .orderBy(desc(latest.stateChangedAt))
    .limit(limit);
}
