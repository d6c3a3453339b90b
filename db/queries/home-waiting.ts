import { and, desc, eq, not, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  creditStandings,
  customers,
  factoringBatches,
  integrations,
  loads,
  subsidiaries,
} from "#db/schema/index.ts";
import type { BatchId, BatchInvoiceId, CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import {
  hasLiveSubmission,
  isQueued,
  onCustomer,
  onIntegration,
  onStanding,
} from "./factoring-queue-conditions.ts";
import { needsYouSql } from "./factoring-report-parts.ts";
import { hasAll, isFactored, loadsInStatus } from "./home-loads.ts";

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
  subsidiaryName: string;
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
      subsidiaryName: subsidiaries.name,
      name: customers.name,
      loads: sql<number>`count(*)::int`,
      cents: sql<number>`sum(${loads.totalCents})`.mapWith(Number),
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(loadsInStatus(tx, scope, isQueued))
    .innerJoin(customers, onCustomer)
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, loads.companyId), eq(subsidiaries.id, loads.subsidiaryId)),
    )
    .innerJoin(integrations, onIntegration)
    .innerJoin(creditStandings, onStanding)
    .where(
      and(
        eq(creditStandings.decision, "call_credit"),
        sql`${integrations.status} in ('active', 'unverified')`,
        isFactored,
        not(hasLiveSubmission),
      ),
    )
    .groupBy(loads.customerId, loads.subsidiaryId, subsidiaries.name, customers.name)
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
    .from(loadsInStatus(tx, scope, sql`${loads.status} in ('queued', 'released')`))
    .innerJoin(
      subsidiaries,
      and(eq(subsidiaries.companyId, loads.companyId), eq(subsidiaries.id, loads.subsidiaryId)),
    )
    .where(
      and(
        sql`case when ${loads.status} = 'queued' then not ${hasAll} else ${isFactored} end`,
        not(hasLiveSubmission),
      ),
    )
    .groupBy(loads.subsidiaryId, subsidiaries.name)
    .orderBy(subsidiaries.name);
}
