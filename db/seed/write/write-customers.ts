import type { Tx } from "#db/client.ts";
import { customers, invoicingMethods } from "#db/schema/index.ts";
import { type Cast, subsidiaryOf } from "../cast.ts";
import type { SubsidiaryKey } from "../data/companies.ts";
import type { CustomerPlan } from "../plan/plan-types.ts";
import { insertMany } from "./insert-many.ts";

/** Writes customers with their invoicing method per subsidiary. */
export async function writeCustomers(tx: Tx, cast: Cast, plans: readonly CustomerPlan[]): Promise<void> {
  const { companyId } = cast.scope;
  await insertMany(
    tx,
    customers,
    plans.map(({ id, name, kind, mcNumber, street, city, state, zip }) => ({
      ...{ companyId, id, name, kind, mcNumber, street, city, state, zip, createdAt: cast.since },
    })),
  );
  const keys = Object.keys(cast.subsidiaries).filter(isKeyOf(cast.subsidiaries));
  await insertMany(
    tx,
    invoicingMethods,
    plans.flatMap((plan) =>
      keys.flatMap((key) => {
        const method = plan.methods[key];
        if (!method) return [];
        return { companyId, customerId: plan.id, subsidiaryId: subsidiaryOf(cast, key).id, method };
      }),
    ),
  );
}

function isKeyOf(subsidiaries: Cast["subsidiaries"]) {
  return (key: string): key is SubsidiaryKey => key in subsidiaries;
}
