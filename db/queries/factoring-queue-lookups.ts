import type { Tx } from "#db/client.ts";
import { creditStandings, customers, integrations, invoices, invoicingMethods } from "#db/schema/index.ts";
import {
  onCustomer,
  onIntegration,
  onInvoice,
  onMethod,
  onPacket,
  onStanding,
  packet,
} from "./factoring-queue-conditions.ts";

/**
 * What belongs to a load of the queue, each in place of its table, to be joined laterally: looked up load by load, in
 * the queue's order, so that nothing is looked up behind a page's last row. Joined plainly, the planner takes the queue
 * to be a few loads long, gathers and sorts all of it first, and may read years of invoices and papers for them.
 */
export function queueLookUps(tx: Tx) {
  const { mcNumber, name } = customers;
  const { companyId, packetDocumentId, invoiceNumber, invoiceDate, amountCents } = invoices;
  const { decision, decidedAt, trigger, otrText, otrBrokerName, staleReason } = creditStandings;
  return {
    customer: tx.select({ name, mcNumber }).from(customers).where(onCustomer).limit(1).as("customers"),
    method: tx
      .select({ method: invoicingMethods.method })
      .from(invoicingMethods)
      .where(onMethod)
      .limit(1)
      .as("invoicing_methods"),
    invoice: tx
      .select({ companyId, packetDocumentId, invoiceNumber, invoiceDate, amountCents })
      .from(invoices)
      .where(onInvoice)
      .limit(1)
      .as("invoices"),
    merged: tx
      .select({ id: packet.id, pageCount: packet.pageCount })
      .from(packet)
      .where(onPacket)
      .limit(1)
      .as("packet"),
    integration: tx
      .select({ id: integrations.id, status: integrations.status })
      .from(integrations)
      .where(onIntegration)
      .limit(1)
      .as("integrations"),
    standing: tx
      .select({ decision, decidedAt, trigger, otrText, otrBrokerName, staleReason })
      .from(creditStandings)
      .where(onStanding)
      .limit(1)
      .as("credit_standings"),
  };
}
