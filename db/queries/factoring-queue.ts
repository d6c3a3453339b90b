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
  isQueued,
  loadsOf,
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
  const queued = queuedFirst(tx, scope, view, position);
  return tx
    .select({
      loadId: queued.id,
      loadNumber: queued.loadNumber,
      poNumber: queued.poNumber,
      originCity: queued.originCity,
      originState: queued.originState,
      destinationCity: queued.destinationCity,
      destinationState: queued.destinationState,
      deliveredOn: queued.deliveredOn,
      customerId: queued.customerId,
      customerName: customers.name,
      mcNumber: customers.mcNumber,
      invoiceNumber: invoices.invoiceNumber,
      invoiceDate: invoices.invoiceDate,
      amountCents: invoices.amountCents,
      packetId: packet.id,
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
    .from(queued)
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
    .from(queuedFirst(tx, scope, view))
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
  const queued = queuedFirst(tx, scope, view);
  return tx
    .select({
      loadId: queued.id,
      loadNumber: queued.loadNumber,
      amountCents: invoices.amountCents,
      customerName: customers.name,
      mcNumber: customers.mcNumber,
    })
    .from(queued)
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

/*
 * The subsidiary's Queued loads, in place of `loads`, read through loads_queue before anything is joined: the limit
 * is a fence, the order is the index's. Row-level security keeps the planner from the statistics of `status`; left
 * alone it takes half of all loads to be Queued, and walks years of them.
 */
const MOST_QUEUED = 1_000_000;

function queuedFirst(tx: Tx, scope: CompanyScope, view: QueueView, position?: Position) {
  const isBehind = position && view.sort === "delivered" && after(view, position.key, position.loadId);
  return tx
    .select()
    .from(loads)
    .where(and(loadsOf(scope, view.subsidiaryId, isQueued), isBehind || undefined))
    .orderBy(...orderOf({ ...view, sort: "delivered" }))
    .limit(MOST_QUEUED)
    .as("loads");
}
