import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { documents, loads } from "#db/schema/index.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";

type LoadWithPapers = { id: LoadId; number: string; status: LoadStatus; documents: DocumentKind[] };

/** The status of loads and the kinds of their documents that count now: what their release depends on. */
export function listLoadPapers(tx: Tx, scope: CompanyScope, ids: LoadId[]): Promise<LoadWithPapers[]> {
  return tx
    .select({
      id: loads.id,
      number: loads.loadNumber,
      status: loads.status,
      documents: sql<DocumentKind[]>`coalesce(
        array_agg(distinct ${documents.kind}::text) filter (where ${documents.id} is not null), '{}')`,
    })
    .from(loads)
    .leftJoin(
      documents,
      and(
        eq(documents.companyId, loads.companyId),
        eq(documents.loadId, loads.id),
        isNull(documents.retiredAt),
      ),
    )
    .where(and(eq(loads.companyId, scope.companyId), inArray(loads.id, ids)))
    .groupBy(loads.companyId, loads.id);
}
