import type { Tx } from "#db/client.ts";
import { insertDocument, retireDocuments } from "#db/queries/documents.ts";
import { updateInvoicePacket } from "#db/queries/invoices.ts";
import { updateLoadStatus } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { requestCreditChecks } from "#server/credit-check/request-credit-checks.ts";
import { type DocumentId, newId, type OutboxEventId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import type { LoadPaperFacts } from "./load-facts.ts";
import { packetWarning } from "./rules/packet-warning.ts";
import type { MergeResult } from "./schemas.ts";
import type { StoredFile } from "./storage.ts";

type NewPacket = {
  facts: LoadPaperFacts;
  /** What it was made of, in order. */
  documentIds: DocumentId[];
  file: StoredFile;
  pageCount: number;
  now: Date;
};

type Written = { result: MergeResult; events: OutboxEventId[] };

/**
 * Puts a merged document in place of the earlier one, on a locked load, and moves a Released load on to Queued. The same
 * bytes again change nothing.
 */
export async function writePacket(tx: Tx, actor: Actor, packet: NewPacket): Promise<Written> {
  const { facts, file, pageCount } = packet;
  const { load } = facts.found;
  const isThere = facts.packet?.sha256 === file.sha256 && load.status === "queued";
  const documentId = isThere && facts.packet ? facts.packet.id : await replacePacket(tx, actor, packet);
  const events = load.status === "released" ? await queueLoad(tx, actor, packet) : [];
  const warning = packetWarning(file.byteSize);
  return { result: { kind: "merged", documentId, pages: pageCount, bytes: file.byteSize, warning }, events };
}

async function replacePacket(
  tx: Tx,
  actor: Actor,
  { facts, documentIds, file, pageCount, now }: NewPacket,
): Promise<DocumentId> {
  const { scope, userId } = actor;
  const { found, invoice } = facts;
  if (!invoice) throw new Error("a load without an invoice passed the merge rule");
  const loadId = found.load.id;
  const documentId = newId("document");
  await retireDocuments(tx, scope, loadId, ["packet"], now);
  await insertDocument(tx, scope, {
    ...file,
    ...{ id: documentId, loadId, kind: "packet", contentType: "application/pdf", pageCount },
    fileName: `Invoice ${invoice.invoiceNumber} merged.pdf`,
    createdBy: userId,
    createdAt: now,
  });
  await updateInvoicePacket(tx, scope, invoice.id, documentId);
  await recordAudit(tx, scope, {
    action: "document.merged",
    subject: documentId,
    at: now,
    by: actor,
    data: { loadId, invoiceNumber: invoice.invoiceNumber, documentIds, pageCount, sha256: file.sha256 },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return documentId;
}

async function queueLoad(tx: Tx, actor: Actor, { facts, now }: NewPacket): Promise<OutboxEventId[]> {
  const { scope, userId } = actor;
  const { id, customerId, subsidiaryId } = facts.found.load;
  const reason = "Documents merged";
  await updateLoadStatus(tx, scope, {
    ...{ loadId: id, from: "released", to: "queued", by: userId, reason, at: now },
  });
  await recordAudit(tx, scope, {
    action: "load.status_changed",
    subject: id,
    at: now,
    by: actor,
    data: { from: "released", to: "queued", reason },
  });
  return requestCreditChecks(tx, scope, {
    customerIds: [customerId],
    subsidiaryId,
    trigger: "load_queued",
    at: now,
  });
}
