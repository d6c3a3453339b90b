import { inCompany, type Tx } from "#db/client.ts";
import { findInvoicingMethod, updateInvoicingMethod } from "#db/queries/customer-invoicing.ts";
import { lockCustomer } from "#db/queries/customers.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { notify } from "#server/live/notify.ts";
import { readProfile } from "./get-customer.ts";
import { noSuchCustomer } from "./no-such-customer.ts";
import type { CustomerProfile, SetInvoicingMethod } from "./schemas.ts";

/**
 * Sets how a customer is invoiced for one subsidiary's loads (R11): with Factoring, its queued loads may go in a
 * batch. Throws not_found for a customer or subsidiary of another company.
 */
export function setInvoicingMethod(
  actor: Actor,
  input: SetInvoicingMethod,
  clock: Clock = systemClock,
): Promise<CustomerProfile> {
  return inCompany(actor.scope, (tx) => commitMethod(tx, actor, input, clock()));
}

async function commitMethod(
  tx: Tx,
  actor: Actor,
  { customerId, subsidiaryId, method }: SetInvoicingMethod,
  now: Date,
): Promise<CustomerProfile> {
  const { scope } = actor;
  if (!(await lockCustomer(tx, scope, customerId))) throw noSuchCustomer();
  const subsidiaries = await listSubsidiaryChoices(tx, scope);
  if (!subsidiaries.some(({ id }) => id === subsidiaryId)) {
    throw new AppError("not_found", "There is no such subsidiary in your company.");
  }
  const from = await findInvoicingMethod(tx, scope, customerId, subsidiaryId);
  if (from !== method) {
    await updateInvoicingMethod(tx, scope, customerId, subsidiaryId, method);
    await recordAudit(tx, scope, {
      action: "customer.updated",
      subject: customerId,
      at: now,
      by: actor,
      data: { subsidiaryId, changes: { invoicingMethod: { from, to: method } } },
    });
    await notify(tx, scope, { topic: "queue" });
  }
  return readProfile(tx, scope, customerId);
}
