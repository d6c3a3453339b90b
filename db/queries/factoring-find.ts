import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { batchInvoices, customers, factoringBatches, loads } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** Loads whose number begins with the text, and the batch of their latest submission. */
export function findLoadsByNumber(tx: Tx, scope: CompanyScope, text: string, limit: number) {
  const latest = tx
    .select({ batchId: batchInvoices.batchId })
    .from(batchInvoices)
    .where(and(eq(batchInvoices.companyId, loads.companyId), eq(batchInvoices.loadId, loads.id)))
    .orderBy(desc(batchInvoices.id))
    .limit(1)
    .as("latest");
  return tx
    .select({
      id: loads.id,
      number: loads.loadNumber,
      status: loads.status,
      subsidiaryId: loads.subsidiaryId,
      customer: customers.name,
      batchId: latest.batchId,
    })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .leftJoinLateral(latest, sql`true`)
    .where(and(eq(loads.companyId, scope.companyId), sql`starts_with(${loads.loadNumber}, ${text})`))
    .orderBy(desc(loads.id))
    .limit(limit);
}

/** The batches whose number begins with these digits, newest first. */
export function findBatchesByNumber(tx: Tx, scope: CompanyScope, digits: string, limit: number) {
  return tx
    .select({
      id: factoringBatches.id,
      number: factoringBatches.batchNumber,
      totalCents: factoringBatches.totalCents,
    })
    .from(factoringBatches)
    .where(
      and(
        eq(factoringBatches.companyId, scope.companyId),
        sql`starts_with(${factoringBatches.batchNumber}::text, ${digits})`,
      ),
    )
    .orderBy(desc(factoringBatches.batchNumber))
    .limit(limit);
}
