import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { customers, loads } from "#db/schema/index.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type LoadsWanted, matchingLoads } from "./load-search.ts";

/** A page of the company's loads, newest first. */
export function listLoads(tx: Tx, scope: CompanyScope, wanted: LoadsWanted) {
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
    .where(and(eq(loads.companyId, scope.companyId), inArray(loads.id, matchingLoads(tx, scope, wanted))))
    .orderBy(desc(loads.id));
}

/** The ids of a page of loads. */
export async function listLoadIds(tx: Tx, scope: CompanyScope, wanted: LoadsWanted): Promise<LoadId[]> {
  const rows = await matchingLoads(tx, scope, wanted);
  return rows.map(({ id }) => id);
}
