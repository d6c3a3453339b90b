import { and, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import {
  creditStandings,
  customers,
  integrations,
  invoices,
  invoicingMethods,
  loads,
} from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import {
  onCustomer,
  onIntegration,
  onInvoice,
  onMethod,
  onPacket,
  onStanding,
  packet,
  wasSubmitted,
} from "./factoring-queue-conditions.ts";
import { after, matches, orderOf, type QueueView } from "./factoring-queue-view.ts";

export type QueueRow = Awaited<ReturnType<typeof listQueue>>[number];

type Position = { key: string | number | null; loadId: LoadId };

/** One page of the loads that a batch may take, in the view's order, behind `position` (R22, R23). */
export function listQueue(
  tx: Tx,
  scope: CompanyScope,
  view: QueueView,
  position: Position | undefined,
  limit: number,
) {
  return tx
    .select({
      loadId: loads.id,
      loadNumber: loads.loadNumber,
      poNumber: loads.poNumber,
      originCity: loads.originCity,
      originState: loads.originState,
      destinationCity: loads.destinationCity,
      destinationState: loads.destinationState,
      deliveredOn: loads.deliveredOn,
      customerId: loads.customerId,
      customerName: customers.name,
      mcNumber: customers.mcNumber,
      invoiceNumber: invoices.invoiceNumber,
      invoiceDate: invoices.invoiceDate,
      amountCents: invoices.amountCents,
      packetId: sql<typeof packet.$inferSelect.id>`${packet.id}`.mapWith(packet.id),
      pageCount: packet.pageCount,
      failedBefore: wasSubmitted,
      integrationStatus: integrations.status,
      decision: creditStandings.decision,
      decidedAt: creditStandings.decidedAt,
      checkTrigger: creditStandings.trigger,
      otrText: creditStandings.otrText,
      otrBrokerName: creditStandings.otrBrokerName,
      staleReason: creditStandings.staleReason,
    })
    .from(loads)
    .innerJoin(customers, onCustomer)
    .innerJoin(invoicingMethods, onMethod)
    .innerJoin(invoices, onInvoice)
    .innerJoin(packet, onPacket)
    .leftJoin(integrations, onIntegration)
    .leftJoin(creditStandings, onStanding)
    .where(and(matches(scope, view), position && after(view, position.key, position.loadId)))
    .orderBy(...orderOf(view))
    .limit(limit);
}

/** How many loads the view holds in all, and what they come to in cents. */
export async function countQueue(tx: Tx, scope: CompanyScope, view: QueueView) {
  const [row] = await tx
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      totalCents: sql<number>`coalesce(sum(${invoices.amountCents}), 0)`.mapWith(Number),
    })
    .from(loads)
    .innerJoin(customers, onCustomer)
    .innerJoin(invoicingMethods, onMethod)
    .innerJoin(invoices, onInvoice)
    .innerJoin(packet, onPacket)
    .leftJoin(integrations, onIntegration)
    .leftJoin(creditStandings, onStanding)
    .where(matches(scope, view));
  return row ?? { count: 0, totalCents: 0 };
}

/** Every load of the view with its amount, up to `limit`, for "select all". */
export function listQueueSelection(tx: Tx, scope: CompanyScope, view: QueueView, limit: number) {
  return tx
    .select({
      loadId: loads.id,
      loadNumber: loads.loadNumber,
      amountCents: invoices.amountCents,
      customerName: customers.name,
      mcNumber: customers.mcNumber,
    })
    .from(loads)
    .innerJoin(customers, onCustomer)
    .innerJoin(invoicingMethods, onMethod)
    .innerJoin(invoices, onInvoice)
    .innerJoin(packet, onPacket)
    .leftJoin(integrations, onIntegration)
    .leftJoin(creditStandings, onStanding)
    .where(matches(scope, view))
    .orderBy(...orderOf(view))
    .limit(limit);
}
