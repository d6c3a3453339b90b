import { inCompany, type Tx } from "#db/client.ts";
import { findNamesakes, insertCustomers, insertInvoicingMethods } from "#db/queries/customer-inserts.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import type { CreateCustomer, CreateCustomerResult } from "./schemas.ts";

/**
 * Adds a customer with its invoicing methods (R11). A name that a customer has already is refused, an MC number that
 * one has only until the person says it is another all the same. Throws not_found for another company's subsidiary.
 */
export function createCustomer(
  actor: Actor,
  input: CreateCustomer,
  clock: Clock = systemClock,
): Promise<CreateCustomerResult> {
  return inCompany(actor.scope, (tx) => commitCustomer(tx, actor, input, clock()));
}

async function commitCustomer(
  tx: Tx,
  actor: Actor,
  { methods, sameMcIsFine, ...fields }: CreateCustomer,
  now: Date,
): Promise<CreateCustomerResult> {
  const { scope } = actor;
  const subsidiaryIds = new Set((await listSubsidiaryChoices(tx, scope)).map(({ id }) => id));
  if (!methods.every(({ subsidiaryId }) => subsidiaryIds.has(subsidiaryId))) {
    throw new AppError("not_found", "There is no such subsidiary in your company.");
  }
  const refusal = await refusalOf(tx, actor, fields, sameMcIsFine);
  if (refusal) return refusal;
  const customerId = newId("customer");
  const added = await insertCustomers(tx, scope, [{ ...fields, id: customerId }]);
  // Somebody else was adding the same name: their row can be seen now.
  if (added.size === 0) return (await refusalOf(tx, actor, fields, sameMcIsFine)) ?? lostName(fields.name);
  await insertInvoicingMethods(
    tx,
    scope,
    methods.map((method) => ({ ...method, customerId })),
  );
  await recordAudit(tx, scope, {
    ...{ action: "customer.created", subject: customerId, at: now, by: actor },
    data: { ...fields, methods },
  });
  await notify(tx, scope, { topic: "customer", id: customerId });
  return { kind: "created", customerId };
}

async function refusalOf(
  tx: Tx,
  { scope }: Actor,
  { name, mcNumber }: Pick<CreateCustomer, "name" | "mcNumber">,
  sameMcIsFine: boolean,
): Promise<Exclude<CreateCustomerResult, { kind: "created" }> | undefined> {
  const found = await findNamesakes(tx, scope, { names: [name], mcNumbers: mcNumber ? [mcNumber] : [] });
  const known = found.map(({ id, name: theirs }) => ({ id, name: theirs }));
  const [namesake] = known.filter((customer) => customer.name.toLowerCase() === name.toLowerCase());
  if (namesake) return { kind: "name_taken", existing: namesake };
  if (known.length > 0 && !sameMcIsFine) return { kind: "same_mc", existing: known.slice(0, 5) };
  return undefined;
}

function lostName(name: string): never {
  throw new AppError("conflict", `Another customer is already called “${name}”. Nothing was saved.`);
}
