import { inCompany, type Tx } from "#db/client.ts";
import { findNamesakes } from "#db/queries/customer-inserts.ts";
import { listInvoicing } from "#db/queries/customer-invoicing.ts";
import { countCustomerLoads, findCustomer } from "#db/queries/customers.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { noSuchCustomer } from "./no-such-customer.ts";
import type { CustomerProfile } from "./schemas.ts";
import { toInvoicing } from "./to-invoicing.ts";

/** A customer with its invoicing at every subsidiary (R11, R12). Throws not_found for another company's customer. */
export function getCustomer(
  { scope }: Actor,
  { customerId }: { customerId: CustomerId },
): Promise<CustomerProfile> {
  return inCompany(scope, (tx) => readProfile(tx, scope, customerId));
}

/** The profile as it stands in this transaction. Throws not_found. */
export async function readProfile(
  tx: Tx,
  scope: CompanyScope,
  customerId: CustomerId,
): Promise<CustomerProfile> {
  const customer = await findCustomer(tx, scope, customerId);
  if (!customer) throw noSuchCustomer();
  const mcNumbers = customer.mcNumber ? [customer.mcNumber] : [];
  const [subsidiaries, invoicing, loads, sameMc] = await Promise.all([
    listSubsidiaryChoices(tx, scope),
    listInvoicing(tx, scope, [customerId]),
    countCustomerLoads(tx, scope, customerId),
    findNamesakes(tx, scope, { names: [], mcNumbers }),
  ]);
  const set = new Map(invoicing.map((row) => [row.subsidiaryId, toInvoicing(row)]));
  return {
    ...customer,
    invoicing: subsidiaries.map(
      ({ id, name }) => set.get(id) ?? { subsidiaryId: id, subsidiaryName: name, method: null, credit: null },
    ),
    loads,
    sameMc: sameMc.filter(({ id }) => id !== customerId).map(({ id, name }) => ({ id, name })),
  };
}
