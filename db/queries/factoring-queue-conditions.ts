import { aliasedTable, and, eq, isNull, type SQL, sql } from "drizzle-orm";
import {
  batchInvoices,
  creditStandings,
  customers,
  documents,
  integrations,
  invoices,
  invoicingMethods,
  loads,
} from "#db/schema/index.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { isLive } from "./live-submission.ts";

/** The merged document as it would be sent: one that was retired since counts as none. */
export const packet = aliasedTable(documents, "packet");

const live = aliasedTable(batchInvoices, "live");

export const onCustomer = and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId));

export const onMethod = and(
  eq(invoicingMethods.companyId, loads.companyId),
  eq(invoicingMethods.customerId, loads.customerId),
  eq(invoicingMethods.subsidiaryId, loads.subsidiaryId),
);

export const onInvoice = and(
  eq(invoices.companyId, loads.companyId),
  eq(invoices.loadId, loads.id),
  isNull(invoices.voidedAt),
);

export const onPacket = and(
  eq(packet.companyId, invoices.companyId),
  eq(packet.id, invoices.packetDocumentId),
  isNull(packet.retiredAt),
);

export const onIntegration = and(
  eq(integrations.companyId, loads.companyId),
  eq(integrations.subsidiaryId, loads.subsidiaryId),
);

export const onStanding = and(
  eq(creditStandings.companyId, loads.companyId),
  eq(creditStandings.customerId, loads.customerId),
  eq(creditStandings.integrationId, integrations.id),
);

/** The subsidiary's loads in the statuses given as SQL. Written out: a parameter would hide the partial index. */
export function loadsOf(scope: CompanyScope, subsidiaryId: SubsidiaryId, status: SQL): SQL | undefined {
  return and(eq(loads.companyId, scope.companyId), eq(loads.subsidiaryId, subsidiaryId), status);
}

export const isQueued = sql`${loads.status} = 'queued'`;

/**
 * True while a submission of the load is underway, accepted, or exists at OTR (R27). `offset 0` has it looked up load
 * by load: as a join, the planner may read years of submissions for the few loads that are near.
 */
export const hasLiveSubmission = sql`exists (
  select 1 from ${batchInvoices} live
  where live.company_id = ${loads.companyId} and live.load_id = ${loads.id} and ${isLive(live)}
  offset 0)`;

/** True when the load was in a batch before. With no live submission that means it failed there. */
export const wasSubmitted = sql<boolean>`exists (
  select 1 from ${batchInvoices} earlier
  where earlier.company_id = ${loads.companyId} and earlier.load_id = ${loads.id})`;

/** The load's own part of what a batch asks of it. */
export const hasPoAndLane = sql`(btrim(${loads.poNumber}) <> ''
  and btrim(${loads.originCity}) <> '' and btrim(${loads.originState}) <> ''
  and btrim(${loads.destinationCity}) <> '' and btrim(${loads.destinationState}) <> '')`;

/**
 * What the rule `ineligibilities` asks of a load beyond its status and submissions, in SQL; null where there is no
 * invoice, document or invoicing method. A missing MC number is not in it: that invoice fails alone (R25).
 */
export const isComplete = sql`(${invoicingMethods.method} = 'factoring' and ${packet.id} is not null
  and ${invoices.amountCents} > 0 and ${hasPoAndLane})`;
