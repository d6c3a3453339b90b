import { inCompany } from "#db/client.ts";
import { listCreditHistory as listRows } from "#db/queries/credit-history.ts";
import { findCustomer } from "#db/queries/customers.ts";
import type { Actor } from "#server/auth/actor.ts";
import { noSuchCustomer } from "#server/customers/no-such-customer.ts";
import type { CustomerId } from "#server/kernel/ids.ts";
import type { CreditCheckRow } from "./schemas.ts";

const NEWEST = 20;

/** The newest 20 checks of a customer, over all subsidiaries. Throws not_found for another company's customer. */
export async function listCreditHistory(
  { scope }: Actor,
  { customerId }: { customerId: CustomerId },
): Promise<CreditCheckRow[]> {
  const rows = await inCompany(scope, async (tx) => {
    const [customer, checks] = await Promise.all([
      findCustomer(tx, scope, customerId),
      listRows(tx, scope, customerId, NEWEST),
    ]);
    if (!customer) throw noSuchCustomer();
    return checks;
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
