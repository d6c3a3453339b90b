import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, documents, invoices, loads } from "#db/schema/index.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/*
 * What belongs to the loads of `wanted`, looked up load by load. The limits keep PostgreSQL from joining: a company that
 * came after its last statistics it takes for one without rows, and would go through all of them once for each load.
 */

export type Papers = ReturnType<typeof papersOf>;

/** A load of `wanted(load_id)` with its customer, its invoice that stands, and the merged document that stands. */
export function papersOf(tx: Tx, scope: CompanyScope) {
  const load = tx
    .select()
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), sql`${loads.id} = wanted.load_id`))
    .limit(1)
    .as("load");
  const customer = tx
    .select({ id: customers.id, name: customers.name, mcNumber: customers.mcNumber })
    .from(customers)
    .where(and(eq(customers.companyId, scope.companyId), eq(customers.id, load.customerId)))
    .limit(1)
    .as("customer");
  const invoice = tx
    .select({
      id: invoices.id,
      invoiceNumber: invoices.invoiceNumber,
      invoiceDate: invoices.invoiceDate,
      amountCents: invoices.amountCents,
      packetDocumentId: invoices.packetDocumentId,
    })
    .from(invoices)
    .where(
      and(eq(invoices.companyId, scope.companyId), eq(invoices.loadId, load.id), isNull(invoices.voidedAt)),
    )
    .limit(1)
    .as("invoice");
  const packet = tx
    .select({ id: documents.id, sha256: documents.sha256 })
    .from(documents)
    .where(
      and(
        eq(documents.companyId, scope.companyId),
        eq(documents.id, invoice.packetDocumentId),
        isNull(documents.retiredAt),
      ),
    )
    .limit(1)
    .as("packet");
  return { load, customer, invoice, packet };
}

/** What is sent of a load: the columns of `batchInvoices` that are copies. */
export function sentColumns({ load, customer, invoice, packet }: Papers) {
  return {
    loadId: load.id,
    customerId: load.customerId,
    loadNumber: load.loadNumber,
    poNumber: load.poNumber,
    originCity: load.originCity,
    originState: load.originState,
    destinationCity: load.destinationCity,
    destinationState: load.destinationState,
    weightLb: load.weightLb,
    miles: load.miles,
    mcNumber: customer.mcNumber,
    invoiceId: invoice.id,
    invoiceNumber: invoice.invoiceNumber,
    invoiceDate: invoice.invoiceDate,
    amountCents: invoice.amountCents,
    documentId: packet.id,
    documentSha256: packet.sha256,
  };
}
