import { aliasedTable, and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  batchInvoices,
  customers,
  documents,
  factoringBatches,
  invoices,
  invoicingMethods,
  loads,
  users,
} from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { isLive } from "./live-submission.ts";

export type BatchCandidate = Awaited<ReturnType<typeof listBatchCandidates>>[number];

/**
 * Everything a batch needs to know of the given loads: what is sent, and what keeps a load out. Read it after
 * locking the loads, in a statement of its own, or it may miss what another batch has just committed.
 */
export function listBatchCandidates(tx: Tx, scope: CompanyScope, ids: LoadId[]) {
  const packet = aliasedTable(documents, "packet");
  const live = aliasedTable(batchInvoices, "live");
  return tx
    .select({
      loadId: loads.id,
      subsidiaryId: loads.subsidiaryId,
      customerId: loads.customerId,
      loadStatus: loads.status,
      loadNumber: loads.loadNumber,
      poNumber: loads.poNumber,
      originCity: loads.originCity,
      originState: loads.originState,
      destinationCity: loads.destinationCity,
      destinationState: loads.destinationState,
      weightLb: loads.weightLb,
      miles: loads.miles,
      customerName: customers.name,
      mcNumber: customers.mcNumber,
      invoicingMethod: invoicingMethods.method,
      invoiceId: invoices.id,
      invoiceNumber: invoices.invoiceNumber,
      invoiceDate: invoices.invoiceDate,
      amountCents: invoices.amountCents,
      documentId: packet.id,
      documentSha256: packet.sha256,
      liveId: live.id,
      liveState: live.state,
      liveBatchId: live.batchId,
      liveBatchNumber: factoringBatches.batchNumber,
      liveBy: users.name,
    })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .leftJoin(
      invoicingMethods,
      and(
        eq(invoicingMethods.companyId, loads.companyId),
        eq(invoicingMethods.customerId, loads.customerId),
        eq(invoicingMethods.subsidiaryId, loads.subsidiaryId),
      ),
    )
    .leftJoin(
      invoices,
      and(eq(invoices.companyId, loads.companyId), eq(invoices.loadId, loads.id), isNull(invoices.voidedAt)),
    )
    .leftJoin(
      packet,
      and(
        eq(packet.companyId, invoices.companyId),
        eq(packet.id, invoices.packetDocumentId),
        isNull(packet.retiredAt),
      ),
    )
    .leftJoin(live, and(eq(live.companyId, loads.companyId), eq(live.loadId, loads.id), isLive(live)))
    .leftJoin(
      factoringBatches,
      and(eq(factoringBatches.companyId, live.companyId), eq(factoringBatches.id, live.batchId)),
    )
    .leftJoin(users, eq(users.id, factoringBatches.submittedBy))
    .where(and(eq(loads.companyId, scope.companyId), inArray(loads.id, ids)));
}
