import type { Tx } from "#db/client.ts";
import { type CreditDeskRow, listCreditDesks } from "#db/queries/credit-desks.ts";
import type { Actor } from "#server/auth/actor.ts";
import { noSuchCustomer } from "#server/customers/no-such-customer.ts";
import { isUsable } from "#server/integrations/rules/integration-status.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import { creditMark } from "./rules/credit-mark.ts";
import {
  creditObstacle,
  notFactoredAnywhere,
  type ObstacleNotice,
  obstacleNotice,
} from "./rules/obstacle.ts";
import type { CreditDesk, CreditInput, CustomerCredit } from "./schemas.ts";

/** A customer's credit; `integrationId` is the login that OTR would be asked with. */
export type Desks = Omit<CustomerCredit, "desks"> & {
  desks: (CreditDesk & { integrationId: IntegrationId | null })[];
};

/**
 * The subsidiary named, or all that factor the customer, worded for this reader. Throws not_found for another
 * company's customer or subsidiary.
 */
export async function readDesks(tx: Tx, actor: Actor, input: CreditInput): Promise<Desks> {
  const rows = await listCreditDesks(tx, actor.scope, input.customerId, input.subsidiaryId);
  const [first] = rows;
  if (!first) throw noSuchCustomer();
  if (input.subsidiaryId && !first.subsidiaryId) {
    throw new AppError("not_found", "There is no such subsidiary in your company.");
  }
  const { name, mcNumber } = first;
  const shown = input.subsidiaryId ? rows : rows.filter(({ method }) => method === "factoring");
  const desks = shown.flatMap((row) => deskOf(actor, input, row));
  return { name, mcNumber, desks, obstacle: obstacleOfAll(actor, input, desks) };
}

function obstacleOfAll(
  actor: Actor,
  { customerId }: CreditInput,
  desks: Desks["desks"],
): ObstacleNotice | null {
  if (desks.some(({ obstacle }) => obstacle === null)) return null;
  return desks[0]?.obstacle ?? notFactoredAnywhere(customerId, actor);
}

function deskOf(actor: Actor, input: CreditInput, row: CreditDeskRow): Desks["desks"] {
  const { subsidiaryId, subsidiaryName } = row;
  if (!subsidiaryId || subsidiaryName === null) return [];
  const obstacle = creditObstacle(row);
  const place = { customerId: input.customerId, subsidiaryId, subsidiaryName };
  const hasIcon = obstacle === null || obstacle === "no_mc";
  return [
    {
      subsidiaryId,
      subsidiaryName,
      mark: hasIcon ? creditMark(row) : null,
      startedAt: row.startedAt?.toISOString() ?? null,
      obstacle: obstacle && obstacleNotice(obstacle, place, actor),
      integrationId: row.integrationStatus && isUsable(row.integrationStatus) ? row.integrationId : null,
    },
  ];
}
