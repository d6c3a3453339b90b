import { inCompany } from "#db/client.ts";
import { listQueue as listRows, type QueueRow } from "#db/queries/factoring-queue.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import { localDate } from "#server/kernel/local-time.ts";
import { type QueueCustomer, queueCustomer } from "./queue-customer.ts";
import type { QueueCursor, QueueView } from "./queue-schemas.ts";

const PAGE_SIZE = 50;

type QueuePageInput = QueueView & { cursor?: QueueCursor | null };

/** A page of the loads that a subsidiary can submit now, with the customers they speak of once each (R22, R23). */
export async function listQueue(actor: Actor, input: QueuePageInput, clock: Clock = systemClock) {
  const { cursor, ...view } = input;
  const { scope, company } = actor;
  const rows = await inCompany(scope, (tx) => listRows(tx, scope, view, cursor ?? undefined, PAGE_SIZE + 1));
  const page = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  const today = localDate(clock(), company.timeZone);
  const customers: Record<CustomerId, QueueCustomer> = {};
  for (const row of page) customers[row.customerId] ??= queueCustomer(row);
  return {
    rows: page.map((row) => queueItem(row, today)),
    customers,
    next: last ? { key: sortKey(last, view.sort), loadId: last.loadId } : null,
  };
}

const KEYS = {
  delivered: (row) => row.deliveredOn,
  invoiced: (row) => row.invoiceDate,
  amount: (row) => row.amountCents,
  customer: (row) => row.customerName,
  load: (row) => row.loadNumber,
} as const satisfies Record<QueueView["sort"], (row: QueueRow) => string | number | null>;

function sortKey(row: QueueRow, sort: QueueView["sort"]): string | number | null {
  return KEYS[sort](row);
}

function queueItem(row: QueueRow, today: string) {
  return {
    id: row.loadId,
    load: row.loadNumber,
    invoice: row.invoiceNumber,
    customer: row.customerId,
    po: row.poNumber,
    from: `${row.originCity}, ${row.originState}`,
    to: `${row.destinationCity}, ${row.destinationState}`,
    delivered: row.deliveredOn,
    invoiced: row.invoiceDate,
    cents: row.amountCents,
    packet: row.packetId,
    pages: row.pageCount,
    /** Calendar days since delivery, in the company's time zone. */
    age: row.deliveredOn === null ? null : daysBetween(row.deliveredOn, today),
    failedBefore: row.failedBefore,
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
