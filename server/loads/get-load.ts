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
import { correctionOf } from "./rules/correction.ts";
import { handMoves } from "./rules/load-transitions.ts";
import { releaseBlockers } from "./rules/release-blockers.ts";
import { cameFrom, revertPlan } from "./rules/revert.ts";
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
  const { status } = load;
  const mayBill = mayPass("billing", actor);
  const kinds = documents.map(({ kind }) => kind);
  return {
    id: load.id,
    number: load.loadNumber,
    status,
    subsidiaryId: load.subsidiaryId,
    subsidiaryName: found.subsidiaryName,
    customer: { id: customer.id, name: customer.name, mcNumber: customer.mcNumber },
    poNumber: load.poNumber,
    originCity: load.originCity,
    originState: load.originState,
    destinationCity: load.destinationCity,
    destinationState: load.destinationState,
    pickupOn: load.pickupOn,
    deliveredOn: load.deliveredOn,
    weightLb: load.weightLb,
    miles: load.miles,
    totalCents: load.totalCents,
    correction: correctionOf({ status, submission, invoiceNumber: invoice?.invoiceNumber ?? null }),
    releaseBlockers: handMoves(status).includes("released")
      ? releaseBlockers({ loadId, status, documents: kinds })
      : [],
    revert: revertPlan({
      status,
      cameFrom: cameFrom(status, history),
      live: submission && (submission.state !== "failed" || submission.isAtOtr) ? submission : null,
      hasInvoice: invoice !== undefined,
      mayBill,
    }),
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
      submission && mayBill
        ? { batchId: submission.batchId, batchNumber: submission.batchNumber, state: submission.state }
        : null,
    history: history.map(({ to, at, byName, reason }) => ({ to, at: at.toISOString(), byName, reason })),
  };
}
