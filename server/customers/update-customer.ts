import { inCompany, type Tx } from "#db/client.ts";
import { clearStandings } from "#db/queries/credit-writes.ts";
import { findNamesakes } from "#db/queries/customer-inserts.ts";
import { isNameTaken, lockCustomer, updateCustomerFields } from "#db/queries/customers.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { notify } from "#server/live/notify.ts";
import { readProfile } from "./get-customer.ts";
import { noSuchCustomer } from "./no-such-customer.ts";
import { changedFields } from "./rules/changed-fields.ts";
import type { CustomerProfile, UpdateCustomer } from "./schemas.ts";

const MC_CHANGED = "The MC number was changed after the last check.";

/**
 * Saves a customer's profile (R11). What OTR said under an earlier MC number is about another broker: it counts no
 * more, and stays in the history of checks. Throws not_found for another company's customer, conflict where another
 * customer has the name, in whatever case of letters.
 */
export async function updateCustomer(
  actor: Actor,
  input: UpdateCustomer,
  clock: Clock = systemClock,
): Promise<CustomerProfile> {
  try {
    return await inCompany(actor.scope, (tx) => commitUpdate(tx, actor, input, clock()));
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    throw nameTaken(input.name, error);
  }
}

function nameTaken(name: string, cause?: unknown): AppError {
  return new AppError(
    "conflict",
    `Another customer is already called “${name}”. Nothing was saved. Choose a name that tells them apart.`,
    { cause },
  );
}

async function commitUpdate(
  tx: Tx,
  actor: Actor,
  { customerId, ...fields }: UpdateCustomer,
  now: Date,
): Promise<CustomerProfile> {
  const { scope } = actor;
  const known = await lockCustomer(tx, scope, customerId);
  if (!known) throw noSuchCustomer();
  const namesakes = await findNamesakes(tx, scope, { names: [fields.name], mcNumbers: [] });
  if (namesakes.some(({ id }) => id !== customerId)) throw nameTaken(fields.name);
  const changes = changedFields(known, fields);
  if (Object.keys(changes).length > 0) {
    await updateCustomerFields(tx, scope, customerId, fields);
    if (changes.mcNumber) await clearStandings(tx, scope, customerId, MC_CHANGED);
    await recordAudit(tx, scope, {
      action: "customer.updated",
      subject: customerId,
      at: now,
      by: actor,
      data: { changes },
    });
    const credit = { topic: "credit", id: customerId } as const;
    await notify(tx, scope, { topic: "queue" }, ...(changes.mcNumber ? [credit] : []));
  }
  return readProfile(tx, scope, customerId);
}
