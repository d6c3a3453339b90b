import { inCompany, type Tx } from "#db/client.ts";
import {
  findCurrentInvoice,
  findLatestSubmission,
  findLoad,
  listLoadDocuments,
  listLoadHistory,
  listLoadLines,
} from "#db/queries/load-details.ts";
import type { Actor } from "#server/auth/actor.ts";
import { mayPass } from "#server/auth/rules/permissions.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import { noSuchLoad } from "./no-such-load.ts";
import { correctionRefusal } from "./rules/correction.ts";
import type { LoadDetails, LoadInput } from "./schemas.ts";

/** A load with its charges, invoice, documents and history (R18). Throws not_found for another company's load. */
export function getLoad(actor: Actor, { loadId }: LoadInput): Promise<LoadDetails> {
  return inCompany(actor.scope, (tx) => readLoad(tx, actor, loadId));
}

/** As `getLoad`, inside a transaction. */
export async function readLoad(tx: Tx, actor: Actor, loadId: LoadId): Promise<LoadDetails> {
  const { scope } = actor;
  const found = await findLoad(tx, scope, loadId);
  if (!found) throw noSuchLoad();
  const [lines, documents, invoice, submission, history] = await Promise.all([
    listLoadLines(tx, scope, loadId),
    listLoadDocuments(tx, scope, loadId),
    findCurrentInvoice(tx, scope, loadId),
    findLatestSubmission(tx, scope, loadId),
    listLoadHistory(tx, scope, loadId),
  ]);
  const { load, customer } = found;
  const { originCity, originState, destinationCity, destinationState, poNumber, status } = load;
  return {
    id: load.id,
    number: load.loadNumber,
    status,
    subsidiaryName: found.subsidiaryName,
    customer: { id: customer.id, name: customer.name, mcNumber: customer.mcNumber },
    poNumber,
    originCity,
    originState,
    destinationCity,
    destinationState,
    pickupOn: load.pickupOn,
    deliveredOn: load.deliveredOn,
    weightLb: load.weightLb,
    miles: load.miles,
    totalCents: load.totalCents,
    locked: correctionRefusal({ status, submission }),
    lines,
    documents,
    invoice: invoice
      ? {
          number: invoice.invoiceNumber,
          date: invoice.invoiceDate,
          cents: invoice.amountCents,
          isMerged: invoice.packetDocumentId !== null,
        }
      : null,
    submission:
      submission && mayPass("billing", actor)
        ? { batchId: submission.batchId, batchNumber: submission.batchNumber, state: submission.state }
        : null,
    history: history.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
  };
}
