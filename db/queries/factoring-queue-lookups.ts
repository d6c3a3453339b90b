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
  // Each is put together when it is asked for: few lists want them all.
  return {
    get customer() {
      return tx.select({ name, mcNumber }).from(customers).where(onCustomer).limit(1).as("customers");
    },
    get method() {
      const { method } = invoicingMethods;
      return tx.select({ method }).from(invoicingMethods).where(onMethod).limit(1).as("invoicing_methods");
    },
    get invoice() {
      return tx
        .select({ companyId, packetDocumentId, invoiceNumber, invoiceDate, amountCents })
        .from(invoices)
        .where(onInvoice)
        .limit(1)
        .as("invoices");
    },
    get merged() {
      const { id, pageCount } = packet;
      return tx.select({ id, pageCount }).from(packet).where(onPacket).limit(1).as("packet");
    },
    get integration() {
      const { id, status } = integrations;
      return tx.select({ id, status }).from(integrations).where(onIntegration).limit(1).as("integrations");
    },
    get standing() {
      return tx
        .select({ decision, decidedAt, trigger, otrText, otrBrokerName, staleReason })
        .from(creditStandings)
        .where(onStanding)
        .limit(1)
        .as("credit_standings");
    },
  };
}
