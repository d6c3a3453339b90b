import { and, desc, eq, not, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  creditStandings,
  customers,
  factoringBatches,
  integrations,
  invoices,
  invoicingMethods,
  loads,
  subsidiaries,
} from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId, CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import {
  hasLiveSubmission,
  isComplete,
  isQueued,
  onIntegration,
  onInvoice,
  onMethod,
  onPacket,
  onStanding,
  packet,
} from "./factoring-queue-conditions.ts";
import { needsYouSql } from "./factoring-report-parts.ts";

type Waiting = { id: BatchInvoiceId; batchId: BatchId; batchNumber: number; usdotNumber: string };

/** The newest invoices of the company that wait for a person, through the index batch_invoices_needs_you. */
export function listWaitingInvoices(tx: Tx, scope: CompanyScope, limit: number): Promise<Waiting[]> {
  return tx
    .select({
      id: batchInvoices.id,
      batchId: batchInvoices.batchId,
      batchNumber: factoringBatches.batchNumber,
      usdotNumber: factoringBatches.usdotNumber,
    })
    .from(batchInvoices)
    .innerJoin(
      factoringBatches,
      and(
        eq(factoringBatches.companyId, batchInvoices.companyId),
        eq(factoringBatches.id, batchInvoices.batchId),
      ),
    )
    .where(and(eq(batchInvoices.companyId, scope.companyId), needsYouSql()))
    .orderBy(desc(batchInvoices.batchId), desc(batchInvoices.id))
    .limit(limit);
}

type ToCall = {
  customerId: CustomerId;
  subsidiaryId: SubsidiaryId;
  name: string;
  loads: number;
  cents: number;
  total: number;
};

/** Brokers in Call Credit with what waits for them in the queue, the most money first. `total` counts all of them. */
export function listBrokersToCall(tx: Tx, scope: CompanyScope, limit: number): Promise<ToCall[]> {
  return tx
    .select({
      customerId: loads.customerId,
      subsidiaryId: loads.subsidiaryId,
      name: customers.name,
      loads: sql<number>`count(*)::int`,
      cents: sql<number>`sum(${loads.totalCents})`.mapWith(Number),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .innerJoin(invoicingMethods, onMethod)
    .innerJoin(integrations, onIntegration)
    .innerJoin(creditStandings, onStanding)
    .where(
      and(
        eq(loads.companyId, scope.companyId),
        isQueued,
        not(hasLiveSubmission),
        eq(creditStandings.decision, "call_credit"),
        eq(invoicingMethods.method, "factoring"),
        sql`${integrations.status} in ('active', 'unverified')`,
      ),
    )
    .groupBy(loads.customerId, loads.subsidiaryId, customers.name)
    .orderBy(sql`sum(${loads.totalCents}) desc`, customers.name)
    .limit(limit);
}

/** How many near misses each subsidiary has: what Factoring Upload shows as "Not ready" (R22). */
export function countNotReady(tx: Tx, scope: CompanyScope) {
  return tx
    .select({
      subsidiaryId: loads.subsidiaryId,
      subsidiaryName: subsidiaries.name,
      loads: sql<number>`count(*)::int`,
    })
    .from(loads)
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, loads.companyId), eq(subsidiaries.id, loads.subsidiaryId)),
    )
    .leftJoin(invoicingMethods, onMethod)
    .leftJoin(invoices, onInvoice)
    .leftJoin(packet, onPacket)
    .where(
      and(
        eq(loads.companyId, scope.companyId),
        sql`${loads.status} in ('queued', 'released')`,
        sql`((${loads.status} = 'queued' and ${isComplete} is not true)
          or (${loads.status} = 'released' and ${invoicingMethods.method} = 'factoring'))`,
        not(hasLiveSubmission),
      ),
    )
    .groupBy(loads.subsidiaryId, subsidiaries.name)
    .orderBy(subsidiaries.name);
}
