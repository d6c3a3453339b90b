import { and, desc, eq, inArray, lt, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { customers, loads } from "#db/schema/index.ts";
import type { CustomerId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { LOAD_STATUSES, type LoadStatus } from "#server/loads/rules/load-status.ts";
import { hasWords } from "./customer-search.ts";

export type LoadsWanted = {
  search?: string | null;
  status?: LoadStatus | null;
  subsidiaryId?: SubsidiaryId | null;
  customerId?: CustomerId | null;
  /** The last load of the page before. */
  before?: LoadId | null;
  limit: number;
};

// A name that more customers share than these is no name to search by.
const MOST_CUSTOMERS = 200;

// So many loads that begin alike are looked at, highest numbers first; who means another one types on.
const MOST_ALIKE = 500;

// More than these in one status that is not an end are not at work but forgotten.
const MOST_AT_WORK = 10_000;

const ENDS: ReadonlySet<LoadStatus> = new Set(["financed", "completed", "cancelled"]);

/**
 * The ids of a page of loads, newest first, as a query: what the list shows, whatever narrows it. Each way reads an
 * index and ends soon, however many loads there are. Under row-level security PostgreSQL has no statistics of a
 * status and may use an index only for comparisons that can't leak (no "like", no enum), so the ways are laid out here.
 */
export function matchingLoads(tx: Tx, scope: CompanyScope, wanted: LoadsWanted) {
  const search = wanted.search?.trim();
  if (wanted.status && !ENDS.has(wanted.status)) return atWork(tx, scope, wanted, search);
  if (!search) return newest(tx, scope, wanted, leadOf(wanted));
  const key = search.toUpperCase();
  // "or" over these would read every load of the company.
  return union(
    alike(tx, scope, wanted, loads.loadNumberKey, key),
    alike(tx, scope, wanted, loads.poNumberKey, key),
    ofCustomers(tx, scope, wanted, search),
  )
    .orderBy(desc(loads.id))
    .limit(wanted.limit);
}

/** Loads in a status that is left again are few: they are read first, and the others are looked for among them. */
function atWork(tx: Tx, scope: CompanyScope, wanted: LoadsWanted, search: string | undefined) {
  const { status, subsidiaryId, customerId, before, limit } = wanted;
  const few = tx
    .select({
      id: loads.id,
      subsidiaryId: loads.subsidiaryId,
      customerId: loads.customerId,
      number: loads.loadNumberKey,
      po: loads.poNumberKey,
    })
    .from(loads)
    .where(
      and(eq(loads.companyId, scope.companyId), isStatus(status), before ? lt(loads.id, before) : undefined),
    )
    .orderBy(desc(loads.id))
    .limit(MOST_AT_WORK)
    .as("few");
  const key = search?.toUpperCase();
  return tx
    .select({ id: few.id })
    .from(few)
    .where(
      and(
        subsidiaryId ? eq(few.subsidiaryId, subsidiaryId) : undefined,
        customerId ? eq(few.customerId, customerId) : undefined,
        search && key
          ? or(
              beginsWith(few.number, key),
              beginsWith(few.po, key),
              inArray(few.customerId, customersMeant(tx, scope, wanted, search)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(few.id))
    .limit(limit);
}

type Lead = { column: typeof loads.customerId | typeof loads.subsidiaryId; value: SQLWrapper };

/**
 * The newest loads, of one customer or subsidiary where a `lead` is given. That one is asked for as a range and leads
 * the order: for "equals", PostgreSQL may walk back over everybody's loads in search of a customer who came long ago.
 */
function newest(tx: Tx, scope: CompanyScope, wanted: LoadsWanted, lead: Lead | undefined) {
  const { before, limit } = wanted;
  const behind = before ? lt(loads.id, before) : undefined;
  return tx
    .select({ id: loads.id })
    .from(loads)
    .where(
      and(
        eq(loads.companyId, scope.companyId),
        narrow(wanted, lead?.column),
        lead ? within(lead, before) : behind,
      ),
    )
    .orderBy(...(lead ? [desc(lead.column)] : []), desc(loads.id))
    .limit(limit);
}

function leadOf({ customerId, subsidiaryId }: LoadsWanted): Lead | undefined {
  if (customerId) return { column: loads.customerId, value: sql.param(customerId, loads.customerId) };
  if (!subsidiaryId) return undefined;
  return { column: loads.subsidiaryId, value: sql.param(subsidiaryId, loads.subsidiaryId) };
}

function within({ column, value }: Lead, before: LoadId | null | undefined): SQL {
  return before
    ? sql`(${column} >= ${value} and (${column}, ${loads.id}) < (${value}, ${sql.param(before, loads.id)}))`
    : sql`(${column} >= ${value} and ${column} <= ${value})`;
}

type SearchKey = typeof loads.loadNumberKey | typeof loads.poNumberKey;

/** The newest of the loads whose number or PO begins with the key. */
function alike(tx: Tx, scope: CompanyScope, wanted: LoadsWanted, column: SearchKey, key: string) {
  const found = tx
    .select({ id: loads.id })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), narrow(wanted), beginsWith(column, key)))
    .orderBy(desc(column))
    .limit(MOST_ALIKE)
    .as("alike");
  return tx
    .select({ id: found.id })
    .from(found)
    .where(wanted.before ? lt(found.id, wanted.before) : undefined)
    .orderBy(desc(found.id))
    .limit(wanted.limit);
}

/** The newest loads of the customers that are meant: a page of each, so that a big one costs as little as a small one. */
function ofCustomers(tx: Tx, scope: CompanyScope, wanted: LoadsWanted, search: string) {
  const meant = customersMeant(tx, scope, wanted, search).as("meant");
  const theirs = newest(tx, scope, wanted, { column: loads.customerId, value: meant.id }).as("theirs");
  return tx
    .select({ id: theirs.id })
    .from(meant)
    .crossJoinLateral(theirs)
    .orderBy(desc(theirs.id))
    .limit(wanted.limit);
}

function customersMeant(tx: Tx, scope: CompanyScope, { customerId }: LoadsWanted, search: string) {
  const mcNumber = /^(mc)?[\s#-]*\d+$/i.test(search) ? parseMcNumber(search) : undefined;
  return tx
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.companyId, scope.companyId),
        customerId ? eq(customers.id, customerId) : undefined,
        or(hasWords(tx, scope, search), mcNumber ? eq(customers.mcNumber, mcNumber) : undefined),
      ),
    )
    .limit(MOST_CUSTOMERS);
}

function narrow({ status, subsidiaryId, customerId }: LoadsWanted, but?: Lead["column"]): SQL | undefined {
  return and(
    isStatus(status),
    subsidiaryId && but !== loads.subsidiaryId ? eq(loads.subsidiaryId, subsidiaryId) : undefined,
    customerId && but !== loads.customerId ? eq(loads.customerId, customerId) : undefined,
  );
}

// Written out: a parameter would hide the index of the status.
const IS_STATUS = Object.fromEntries(
  LOAD_STATUSES.map((status) => [status, sql`${loads.status} = ${sql.raw(`'${status}'`)}`]),
) as Record<LoadStatus, SQL>;

function isStatus(status: LoadStatus | null | undefined): SQL | undefined {
  return status ? IS_STATUS[status] : undefined;
}

/** All that begins with the key lies between it and the same with the last character there is behind it. */
function beginsWith(column: SQLWrapper, key: string): SQL {
  return sql`${column} >= ${key} and ${column} < ${`${key}\u{10FFFF}`}`;
}
