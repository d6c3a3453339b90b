import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { customers, loads } from "#db/schema/index.ts";
import type { CustomerId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import { parseMcNumber } from "#server/kernel/mc-number.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { LOAD_STATUSES, type LoadStatus } from "#server/loads/rules/load-status.ts";

type Page = {
  search?: string | null;
  status?: LoadStatus | null;
  subsidiaryId?: SubsidiaryId | null;
  customerId?: CustomerId | null;
  before?: LoadId | null;
  limit: number;
};

// A name that more customers share than these is no name to search by.
const MOST_CUSTOMERS = 200;

/** A page of the company's loads, newest first, behind the load `before`: the order of the primary key. */
export function listLoads(tx: Tx, scope: CompanyScope, page: Page) {
  return tx
    .select({
      id: loads.id,
      number: loads.loadNumber,
      status: loads.status,
      subsidiaryId: loads.subsidiaryId,
      customerId: loads.customerId,
      customer: customers.name,
      po: loads.poNumber,
      originCity: loads.originCity,
      originState: loads.originState,
      destinationCity: loads.destinationCity,
      destinationState: loads.destinationState,
      deliveredOn: loads.deliveredOn,
      cents: loads.totalCents,
    })
    .from(loads)
    .innerJoin(customers, and(eq(customers.companyId, loads.companyId), eq(customers.id, loads.customerId)))
    .where(and(eq(loads.companyId, scope.companyId), inArray(loads.id, matchingIds(tx, scope, page))))
    .orderBy(desc(loads.id));
}

/** The ids of a page of loads. */
export async function listLoadIds(tx: Tx, scope: CompanyScope, page: Page): Promise<LoadId[]> {
  const rows = await matchingIds(tx, scope, page);
  return rows.map(({ id }) => id);
}

function matchingIds(tx: Tx, scope: CompanyScope, page: Page) {
  const search = page.search?.trim();
  if (!search) return newest(tx, scope, page);
  const key = search.toUpperCase();
  // Each arm reads its own index and stops at a page; "or" over them would read every load of the company.
  return union(
    newest(tx, scope, page, beginsWith(loads.loadNumberKey, key)),
    newest(tx, scope, page, beginsWith(loads.poNumberKey, key)),
    ofCustomers(tx, scope, page, search),
  )
    .orderBy(desc(loads.id))
    .limit(page.limit);
}

function newest(tx: Tx, scope: CompanyScope, page: Page, also?: SQL) {
  return tx
    .select({ id: loads.id })
    .from(loads)
    .where(and(eq(loads.companyId, scope.companyId), narrow(page), also))
    .orderBy(desc(loads.id))
    .limit(page.limit);
}

/** The newest loads of the customers that are meant: a page of each, so that a big customer costs as little as a small one. */
function ofCustomers(tx: Tx, scope: CompanyScope, page: Page, search: string) {
  const meant = tx
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.companyId, scope.companyId), isMeant(search)))
    .limit(MOST_CUSTOMERS)
    .as("meant");
  const theirs = newest(tx, scope, page, sql`${loads.customerId} = ${meant.id}`).as("theirs");
  return tx
    .select({ id: theirs.id })
    .from(meant)
    .crossJoinLateral(theirs)
    .orderBy(desc(theirs.id))
    .limit(page.limit);
}

function isMeant(search: string): SQL | undefined {
  const part = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const mcNumber = /^(mc)?[\s#-]*\d+$/i.test(search) ? parseMcNumber(search) : undefined;
  return or(ilike(customers.name, part), mcNumber ? eq(customers.mcNumber, mcNumber) : undefined);
}

function narrow({ status, subsidiaryId, customerId, before }: Page): SQL | undefined {
  return and(
    status ? IS_STATUS[status] : undefined,
    subsidiaryId ? eq(loads.subsidiaryId, subsidiaryId) : undefined,
    customerId ? eq(loads.customerId, customerId) : undefined,
    before ? lt(loads.id, before) : undefined,
  );
}

// Written out: a parameter would hide the index of the status.
const IS_STATUS = Object.fromEntries(
  LOAD_STATUSES.map((status) => [status, sql`${loads.status} = ${sql.raw(`'${status}'`)}`]),
) as Record<LoadStatus, SQL>;

/** All that begins with the key lies between it and the same with the last character there is behind it. */
function beginsWith(column: typeof loads.loadNumberKey | typeof loads.poNumberKey, key: string): SQL {
  return sql`${column} >= ${key} and ${column} < ${`${key}\u{10FFFF}`}`;
}
