import { and, desc, eq, ilike, lt, or } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, loads } from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LoadStatus } from "#server/loads/rules/load-status.ts";

type Page = {
  search: string | undefined;
  status: LoadStatus | undefined;
  before: LoadId | undefined;
  limit: number;
};

/** A page of the company's loads, newest first, behind the load `before`: the order of the primary key. */
export function listLoads(tx: Tx, scope: CompanyScope, { search, status, before, limit }: Page) {
  return tx
    .select({
      id: loads.id,
      number: loads.loadNumber,
      status: loads.status,
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
    .where(
      and(
        eq(loads.companyId, scope.companyId),
        status && eq(loads.status, status),
        before && lt(loads.id, before),
        search ? matches(search) : undefined,
      ),
    )
    .orderBy(desc(loads.id))
    .limit(limit);
}

function matches(search: string) {
  const start = `${search.replace(/[\\%_]/g, "\\$&")}%`;
  return or(ilike(loads.loadNumber, start), ilike(loads.poNumber, start), ilike(customers.name, `%${start}`));
}
