import { inCompany } from "#db/client.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readDesks } from "./read-desks.ts";
import type { CreditInput, CustomerCredit } from "./schemas.ts";

/**
 * What OTR last said of a customer, and what stands in the way of asking again (R12, R13). Throws not_found for
 * another company's customer or subsidiary.
 */
export async function getCredit(actor: Actor, input: CreditInput): Promise<CustomerCredit> {
  const { desks, ...customer } = await inCompany(actor.scope, (tx) => readDesks(tx, actor, input));
  return { ...customer, desks: desks.map(({ integrationId: _, ...desk }) => desk) };
}
