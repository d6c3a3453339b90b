import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { factoringBatches } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

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
