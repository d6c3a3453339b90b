import { and, not, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { creditStandings, customers, invoices, loads } from "#db/schema/index.ts";
import type { QueueDirection, QueueFilter, QueueSort } from "#server/factoring/rules/queue-view.ts";
import { idToUuid, type LoadId, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import {
  hasLiveSubmission,
  isComplete,
  isQueued,
  loadsOf,
  wasSubmitted,
} from "./factoring-queue-conditions.ts";

/** The part of a subsidiary's queue that is wanted. `search` is plain text; "" finds all. */
export type QueueView = {
  subsidiaryId: SubsidiaryId;
  search: string;
  filter: QueueFilter;
  sort: QueueSort;
  order: QueueDirection;
};

const hasMc = sql`coalesce(${customers.mcNumber}, '') <> ''`;

const FILTERS = {
  all: undefined,
  sendable: hasMc,
  mc_missing: not(hasMc),
  failed_before: wasSubmitted,
  approved: sql`${creditStandings.decision} = 'approved'`,
  call_credit: sql`${creditStandings.decision} = 'call_credit'`,
  not_approved: sql`${creditStandings.decision} in ('not_approved', 'no_buy', 'not_found')`,
  unchecked: sql`${creditStandings.decision} is null`,
} as const satisfies Record<QueueFilter, SQL | undefined>;

/** The loads that a batch may take now, narrowed by filter and search. Join the tables of the conditions. */
export function matches(scope: CompanyScope, view: QueueView): SQL | undefined {
  return and(
    loadsOf(scope, view.subsidiaryId, isQueued),
    isComplete,
    not(hasLiveSubmission),
    FILTERS[view.filter],
    view.search === "" ? undefined : contains(view.search),
  );
}

function contains(search: string): SQL | undefined {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const mc = /^mc[\s#-]*0*(\d+)$/i.exec(search)?.[1] ?? search;
  return or(
    ...[loads.loadNumber, loads.poNumber, invoices.invoiceNumber, customers.name].map(
      (column) => sql`${column} ilike ${like(search)}`,
    ),
    sql`${customers.mcNumber} like ${like(mc)}`,
  );
}

/** The column behind each order. Only a delivery date can be missing: it sorts last, as PostgreSQL has it. */
const SORT_COLUMNS = {
  delivered: loads.deliveredOn,
  invoiced: invoices.invoiceDate,
  amount: invoices.amountCents,
  customer: customers.name,
  load: loads.loadNumber,
} as const satisfies Record<QueueSort, PgColumn>;

/** The order of the view, made definite by the load. The default one is that of the index loads_queue. */
export function orderOf({ sort, order }: QueueView): SQL[] {
  const column = SORT_COLUMNS[sort];
  return order === "asc"
    ? [sql`${column} asc`, sql`${loads.id} asc`]
    : [sql`${column} desc`, sql`${loads.id} desc`];
}

/** The rows behind the last one of the page before, whose sort value is `key`. */
export function after({ sort, order }: QueueView, key: string | number | null, loadId: LoadId): SQL {
  const column = SORT_COLUMNS[sort];
  const id = sql`${idToUuid("load", loadId)}::uuid`;
  if (order === "asc") {
    if (key === null) return sql`(${column} is null and ${loads.id} > ${id})`;
    const later = sql`(${column}, ${loads.id}) > (${sql.param(key, column)}, ${id})`;
    return sort === "delivered" ? sql`(${later} or ${column} is null)` : later;
  }
  if (key === null) return sql`(${column} is not null or ${loads.id} < ${id})`;
  return sql`(${column}, ${loads.id}) < (${sql.param(key, column)}, ${id})`;
}
