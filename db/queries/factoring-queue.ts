import { and, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { loads } from "#db/schema/index.ts";
import { isNarrowed } from "#server/factoring/rules/queue-view.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { isQueued, loadsOf, wasSubmitted } from "./factoring-queue-conditions.ts";
import { queueLookUps } from "./factoring-queue-lookups.ts";
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
  const { customer, method, invoice, merged, integration, standing } = queueLookUps(tx);
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
      customerName: customer.name,
      mcNumber: customer.mcNumber,
      invoiceNumber: invoice.invoiceNumber,
      invoiceDate: invoice.invoiceDate,
      amountCents: invoice.amountCents,
      packetId: merged.id,
      pageCount: merged.pageCount,
      failedBefore: wasSubmitted,
      integrationStatus: integration.status,
      decision: standing.decision,
      decidedAt: standing.decidedAt,
      checkTrigger: standing.trigger,
      otrText: standing.otrText,
      otrBrokerName: standing.otrBrokerName,
      staleReason: standing.staleReason,
    })
    .from(queued)
    .innerJoinLateral(customer, sql`true`)
    .innerJoinLateral(method, sql`true`)
    .innerJoinLateral(invoice, sql`true`)
    .innerJoinLateral(merged, sql`true`)
    .leftJoinLateral(integration, sql`true`)
    .leftJoinLateral(standing, sql`true`)
    .where(and(matches(scope, view), position && after(view, position.key, position.loadId)))
    .orderBy(...orderOf(view))
    .limit(limit);
}

/** How many loads the view holds in all, and what they come to in cents. */
export async function countQueue(tx: Tx, scope: CompanyScope, view: QueueView) {
  const lookUps = queueLookUps(tx);
  const { method, invoice, merged } = lookUps;
  const queue = tx
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      totalCents: sql<number>`coalesce(sum(${invoice.amountCents}), 0)`.mapWith(Number),
    })
    .from(queuedFirst(tx, scope, view))
    .innerJoinLateral(method, sql`true`)
    .innerJoinLateral(invoice, sql`true`)
    .innerJoinLateral(merged, sql`true`)
    .where(matches(scope, view));
  // A thousand loads are counted at every opening of the page, nearly always unnarrowed: nobody asks their names and credit then.
  const [row] = await (isNarrowed(view)
    ? queue
        .innerJoinLateral(lookUps.customer, sql`true`)
        .leftJoinLateral(lookUps.integration, sql`true`)
        .leftJoinLateral(lookUps.standing, sql`true`)
    : queue);
  return row ?? { count: 0, totalCents: 0 };
}

/** Every load of the view with its amount, up to `limit`, for "select all". */
export function listQueueSelection(tx: Tx, scope: CompanyScope, view: QueueView, limit: number) {
  const queued = queuedFirst(tx, scope, view);
  const { customer, method, invoice, merged, integration, standing } = queueLookUps(tx);
  return tx
    .select({
      loadId: queued.id,
      loadNumber: queued.loadNumber,
      amountCents: invoice.amountCents,
      customerName: customer.name,
      mcNumber: customer.mcNumber,
    })
    .from(queued)
    .innerJoinLateral(customer, sql`true`)
    .innerJoinLateral(method, sql`true`)
    .innerJoinLateral(invoice, sql`true`)
    .innerJoinLateral(merged, sql`true`)
    .leftJoinLateral(integration, sql`true`)
    .leftJoinLateral(standing, sql`true`)
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
