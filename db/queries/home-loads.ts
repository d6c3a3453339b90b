import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { documents, invoices, invoicingMethods, loads } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { hasPoAndLane, onInvoice, onMethod, onPacket } from "./factoring-queue-conditions.ts";

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

const hasPapers = sql`coalesce((select true from ${invoices} inner join ${documents} packet on ${onPacket}
  where ${and(onInvoice, sql`${invoices.amountCents} > 0`)} limit 1), false)`;

/** True where a load has all that a batch asks of it: as `isComplete` says it. */
export const hasAll = sql`(${isFactored} and ${hasPapers} and ${hasPoAndLane})`;
