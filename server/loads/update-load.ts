import { inCompany, type Tx } from "#db/client.ts";
import { findLoad } from "#db/queries/load-details.ts";
import { findParties } from "#db/queries/load-inserts.ts";
import { isLoadNumberTaken } from "#db/queries/load-numbers.ts";
import { replaceLoadLines, updateLoadFields } from "#db/queries/load-updates.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { changedFields } from "#server/customers/rules/changed-fields.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { notify } from "#server/live/notify.ts";
import { readLoad } from "./get-load.ts";
import { suggestNumber } from "./next-load-number.ts";
import { noSuchLoad } from "./no-such-load.ts";
import { refuseForeignParties } from "./no-such-party.ts";
import { contradictedFields } from "./rules/correction.ts";
import type { LoadFields } from "./rules/load-fields.ts";
import { numberTaken } from "./rules/load-number.ts";
import type { LoadDetails, UpdateLoad, UpdateLoadResult } from "./schemas.ts";

/**
 * Corrects a load (R18): everything until it is invoiced, then only what is blank; refused with the reason where OTR
 * has its invoice. Throws not_found for another company's load, customer or subsidiary.
 */
export async function updateLoad(
  actor: Actor,
  input: UpdateLoad,
  clock: Clock = systemClock,
): Promise<UpdateLoadResult> {
  const { scope } = actor;
  try {
    return await inCompany(scope, (tx) => commitUpdate(tx, actor, input, clock()));
  } catch (error) {
    if (!isLoadNumberTaken(error)) throw error;
    const free = await inCompany(scope, (tx) => suggestNumber(tx, scope, input.subsidiaryId));
    return { kind: "refused", field: "loadNumber", sentence: numberTaken(input.loadNumber, free) };
  }
}

async function commitUpdate(
  tx: Tx,
  actor: Actor,
  { loadId, ...fields }: UpdateLoad,
  now: Date,
): Promise<UpdateLoadResult> {
  const { scope } = actor;
  // A batch locks its loads too: whichever comes first, the other one sees what it did.
  await lockLoads(tx, scope, [loadId]);
  if (!(await findLoad(tx, scope, loadId))) throw noSuchLoad();
  const wanted = { customerIds: [fields.customerId], subsidiaryIds: [fields.subsidiaryId] };
  refuseForeignParties(wanted, await findParties(tx, scope, wanted));
  const load = await readLoad(tx, actor, loadId);
  const known = storedFields(load);
  const sentence = refusalOf(load, known, fields);
  if (sentence) return { kind: "refused", field: null, sentence };
  const { lines, ...rest } = changedFields(known, fields);
  const areLinesOther = JSON.stringify(known.lines) !== JSON.stringify(fields.lines);
  const changes = { ...rest, ...(areLinesOther ? { lines } : {}) };
  if (Object.keys(changes).length === 0) return { kind: "saved", load };
  await updateLoadFields(tx, scope, loadId, fields);
  if (areLinesOther) await replaceLoadLines(tx, scope, loadId, fields.lines);
  await recordAudit(tx, scope, {
    action: "load.updated",
    subject: loadId,
    at: now,
    by: actor,
    data: { changes },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return { kind: "saved", load: await readLoad(tx, actor, loadId) };
}

function refusalOf({ correction }: LoadDetails, known: LoadFields, fields: LoadFields): string | null {
  if (correction.allows === "everything") return null;
  const isContradicted = contradictedFields(known, fields).length > 0;
  if (correction.allows === "blanks" && !isContradicted) return null;
  return `${correction.sentence} Nothing was saved.`;
}

function storedFields(load: LoadDetails): LoadFields {
  const { poNumber, originCity, originState, destinationCity, destinationState } = load;
  const { subsidiaryId, pickupOn, deliveredOn, weightLb, miles } = load;
  return {
    loadNumber: load.number,
    subsidiaryId,
    customerId: load.customer.id,
    poNumber,
    originCity,
    originState,
    destinationCity,
    destinationState,
    pickupOn,
    deliveredOn,
    weightLb,
    miles,
    lines: load.lines.map(({ kind, description, cents }) => ({ kind, description, cents })),
  };
}
