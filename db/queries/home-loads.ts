import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, documents, invoices, invoicingMethods, loads } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { onInvoice, onMethod, onPacket } from "./factoring-queue-conditions.ts";

const mostAtOnce = 1_000_000;

/**
 * The company's loads in a status given as SQL, in place of `loads`, read through the status's own index before
 * anything is joined: the limit is a fence, the order is the index's. Row-level security keeps the planner from the
 * statistics of `status`; left alone it walks years of loads for the few that wait.
 */
export function loadsInStatus(tx: Tx, scope: CompanyScope, status: SQL) {
  return tx
    .select()
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), status))
    .orderBy(loads.subsidiaryId, loads.deliveredOn, loads.id)
    .limit(mostAtOnce)
    .as("loads");
}

/*
 * What is asked of each such load. The limits keep PostgreSQL from joining them, which would read the whole tables:
 * each is one look-up in an index, and there are few loads.
 */

/** True where the customer is factored for the load's subsidiary. */
export const isFactored = sql`coalesce((select ${invoicingMethods.method} = 'factoring'
  from ${invoicingMethods} where ${onMethod} limit 1), false)`;

/** True while no submission of the load is underway, accepted, or at OTR: as `hasLiveSubmission` says it. */
export const isInNoBatch = sql`(select true from ${batchInvoices} where ${and(
  eq(batchInvoices.companyId, loads.companyId),
  eq(batchInvoices.loadId, loads.id),
  isNull(batchInvoices.withdrawnAt),
  sql`(${batchInvoices.state} <> 'failed' or ${isNotNull(batchInvoices.otrInvoicePkey)})`,
)} limit 1) is null`;

const hasPapers = sql`coalesce((select true from ${invoices} inner join ${documents} packet on ${onPacket}
  where ${and(onInvoice, sql`${invoices.amountCents} > 0`)} limit 1), false)`;

/** True where a load has all that a batch asks of it: as `isComplete` says it. */
export const hasAll = sql`(${isFactored} and ${hasPapers} and btrim(${loads.poNumber}) <> ''
  and btrim(${loads.originCity}) <> '' and btrim(${loads.originState}) <> ''
  and btrim(${loads.destinationCity}) <> '' and btrim(${loads.destinationState}) <> '')`;
