import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, factoringBatches, invoicingMethods, users } from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { anyOf, uuidsOf } from "./any-of.ts";
import { isLive } from "./live-submission.ts";
import { type Papers, papersOf, sentColumns } from "./load-papers.ts";

export type BatchCandidate = Awaited<ReturnType<typeof listBatchCandidates>>[number];

/**
 * Everything a batch needs to know of the given loads: what is sent, and what keeps a load out. Read it after
 * locking the loads, in statements of its own, or it may miss what another batch has just committed.
 */
export async function listBatchCandidates(tx: Tx, scope: CompanyScope, ids: LoadId[]) {
  const rows = await listPapers(tx, scope, ids);
  const live = new Map((await listLive(tx, scope, ids)).map((row) => [row.loadId, row]));
  return rows.map((row) => ({ ...row, live: live.get(row.loadId) ?? null }));
}

function listPapers(tx: Tx, scope: CompanyScope, ids: LoadId[]) {
  const papers = papersOf(tx, scope);
  const { load, customer, invoice, packet } = papers;
  const method = methodOf(tx, scope, load);
  return tx
    .select({
      ...sentColumns(papers),
      subsidiaryId: load.subsidiaryId,
      loadStatus: load.status,
      customerName: customer.name,
      invoicingMethod: method.method,
    })
    .from(sql`unnest(${uuidsOf("load", ids)}) as wanted(load_id)`)
    .crossJoinLateral(load)
    .crossJoinLateral(customer)
    .leftJoinLateral(method, sql`true`)
    .leftJoinLateral(invoice, sql`true`)
    .leftJoinLateral(packet, sql`true`);
}

/** How the load's customer is invoiced for its subsidiary. */
function methodOf(tx: Tx, scope: CompanyScope, load: Papers["load"]) {
  return tx
    .select({ method: invoicingMethods.method })
    .from(invoicingMethods)
    .where(
      and(
        eq(invoicingMethods.companyId, scope.companyId),
        eq(invoicingMethods.customerId, load.customerId),
        eq(invoicingMethods.subsidiaryId, load.subsidiaryId),
      ),
    )
    .limit(1)
    .as("method");
}

/** The live submissions of the loads: none for most. */
function listLive(tx: Tx, scope: CompanyScope, ids: LoadId[]) {
  return tx
    .select({
      loadId: batchInvoices.loadId,
      state: batchInvoices.state,
      batchId: factoringBatches.id,
      batchNumber: factoringBatches.batchNumber,
      by: users.name,
    })
    .from(batchInvoices)
    .innerJoin(
      factoringBatches,
      and(
        eq(factoringBatches.companyId, batchInvoices.companyId),
        eq(factoringBatches.id, batchInvoices.batchId),
      ),
    )
    .leftJoin(users, eq(users.id, factoringBatches.submittedBy))
    .where(
      and(
        eq(batchInvoices.companyId, scope.companyId),
        anyOf(batchInvoices.loadId, "load", ids),
        isLive(batchInvoices),
      ),
    );
}
