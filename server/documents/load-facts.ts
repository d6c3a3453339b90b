import type { Tx } from "#db/client.ts";
import { type LoadDocumentRow, listDocumentsOfLoad } from "#db/queries/documents.ts";
import { findInvoicedLoad, findReleasedFrom, type InvoicedLoad } from "#db/queries/invoices.ts";
import { findCurrentInvoice, findLatestSubmission } from "#db/queries/load-details.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import type { DocumentKind } from "./rules/document-kind.ts";
import { type MergeBlocker, mergeBlockers } from "./rules/merge-blockers.ts";

/** What decides about a load's papers, read at once. */
export type LoadPaperFacts = {
  found: InvoicedLoad;
  /** Those that count now, oldest first. */
  present: LoadDocumentRow[];
  all: LoadDocumentRow[];
  invoice: Awaited<ReturnType<typeof findCurrentInvoice>>;
  /** The merged document of that invoice. */
  packet: LoadDocumentRow | undefined;
  submission: Awaited<ReturnType<typeof findLatestSubmission>>;
  releasedFrom: Awaited<ReturnType<typeof findReleasedFrom>>;
};

/** Reads all that decides about a load's papers. Throws not_found for another company's load. */
export async function readPaperFacts(tx: Tx, scope: CompanyScope, loadId: LoadId): Promise<LoadPaperFacts> {
  const found = await findInvoicedLoad(tx, scope, loadId);
  if (!found) throw noSuchLoad();
  const [all, invoice, submission, releasedFrom] = await Promise.all([
    listDocumentsOfLoad(tx, scope, loadId),
    findCurrentInvoice(tx, scope, loadId),
    findLatestSubmission(tx, scope, loadId),
    findReleasedFrom(tx, scope, loadId),
  ]);
  const present = all.filter(({ retiredAt }) => retiredAt === null);
  const packet = present.find(({ id }) => id === invoice?.packetDocumentId);
  return { found, all, present, invoice, packet, submission, releasedFrom };
}

/** Why documents of these kinds can't be merged now, by the rule. */
export function blockersOfMerge(facts: LoadPaperFacts, kinds: readonly DocumentKind[]): MergeBlocker[] {
  const { found, invoice, submission, releasedFrom } = facts;
  return mergeBlockers({
    loadId: found.load.id,
    status: found.load.status,
    method: found.method,
    submission,
    releasedFrom,
    invoice: invoice ? { hasNotice: invoice.noticeOfAssignmentId !== null } : null,
    kinds,
  });
}
