import { inCompany, type Tx } from "#db/client.ts";
import { listTextsInForce } from "#db/queries/invoices.ts";
import { listLoadLines } from "#db/queries/load-details.ts";
import type { Actor } from "#server/auth/actor.ts";
import { factsOfInvoice } from "#server/invoicing/facts-of-invoice.ts";
import { type InvoiceBlocker, invoiceBlockers } from "#server/invoicing/rules/invoice-blockers.ts";
import { blockersOfMerge, type LoadPaperFacts, readPaperFacts } from "./load-facts.ts";
import { documentChangeRefusal } from "./rules/document-change.ts";
import type { LoadPapers, LoadPapersInput } from "./schemas.ts";

/** The papers of a load, what may be done with each, and what stands in the way of invoice and merge (R19, R20). */
export function listPapers(actor: Actor, { loadId }: LoadPapersInput): Promise<LoadPapers> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const facts = await readPaperFacts(tx, scope, loadId);
    const { found, present, invoice, packet } = facts;
    const { status, loadNumber } = found.load;
    const kinds = present.map(({ kind }) => kind);
    return {
      loadId,
      loadNumber,
      status,
      documents: present.map((row) => ({
        id: row.id,
        kind: row.kind,
        fileName: row.fileName,
        contentType: row.contentType,
        bytes: row.byteSize,
        pages: row.pageCount,
        addedAt: row.createdAt.toISOString(),
        addedBy: row.createdByName,
        locked: documentChangeRefusal({ status, submission: facts.submission }, row.kind),
      })),
      invoice: invoice
        ? {
            number: invoice.invoiceNumber,
            documentId: invoice.documentId,
            packetId: packet?.id ?? null,
          }
        : null,
      invoiceBlockers: invoice ? [] : await blockersOfInvoice(tx, actor, facts),
      mergeBlockers: blockersOfMerge(facts, kinds),
      isPacketOutdated: isOutdated(facts),
    };
  });
}

async function blockersOfInvoice(tx: Tx, actor: Actor, { found }: LoadPaperFacts): Promise<InvoiceBlocker[]> {
  const lines = await listLoadLines(tx, actor.scope, found.load.id);
  const texts = await listTextsInForce(tx, actor.scope, found.subsidiary.id);
  return invoiceBlockers(factsOfInvoice(found, lines, texts), actor);
}

/** True where a document came, went or came back after the merge. */
function isOutdated({ all, packet }: LoadPaperFacts): boolean {
  if (!packet) return false;
  return all.some(
    ({ kind, createdAt, retiredAt }) =>
      kind !== "packet" &&
      (createdAt > packet.createdAt || (retiredAt !== null && retiredAt > packet.createdAt)),
  );
}
