import type { Tx } from "#db/client.ts";
import { listCheckable } from "#db/queries/credit-checks.ts";
import { creditCheckRequested } from "#inngest/events.ts";
import type { CustomerId, OutboxEventId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { addToOutbox } from "#server/outbox/add-to-outbox.ts";
import { isCheckDue } from "./rules/check-due.ts";
import type { AutomaticTrigger } from "./rules/credit-decision.ts";

type Occasion = {
  /** The customers of the loads, in any number and order; each is asked about once. */
  customerIds: readonly CustomerId[];
  subsidiaryId: SubsidiaryId;
  trigger: AutomaticTrigger;
  at: Date;
};

/**
 * Asks for the automatic credit checks of loads that were created or reached Queued (R15), in the transaction that
 * does it. Customers that are not factored for the subsidiary, have no MC number or no login in use, and those that
 * OTR answered about in the last 24 hours are left out. Returns the outbox events' ids: pass them to
 * `sendOutboxEvents` once the transaction has committed. Two statements, however many customers.
 */
export async function requestCreditChecks(
  tx: Tx,
  scope: CompanyScope,
  { customerIds, subsidiaryId, trigger, at }: Occasion,
): Promise<OutboxEventId[]> {
  if (customerIds.length === 0) return [];
  const checkable = await listCheckable(tx, scope, { customerIds: [...new Set(customerIds)], subsidiaryId });
  const due = checkable.filter(({ answeredAt }) => isCheckDue(answeredAt, at));
  if (due.length === 0) return [];
  const { companyId } = scope;
  const events = due.map(({ customerId, integrationId }) =>
    creditCheckRequested.create({ companyId, integrationId, customerId, trigger }),
  );
  return addToOutbox(tx, scope, ...events);
}
