import type { Actor } from "#server/auth/actor.ts";
import { invoiceLoad } from "#server/invoicing/invoice-load.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { listPapers } from "./list-papers.ts";
import { mergeLoadDocuments } from "./merge-load-documents.ts";
import { mergeOrder } from "./rules/merge-order.ts";
import type { InvoiceAndMergeResult, LoadPapersInput } from "./schemas.ts";

/**
 * Takes a Released load to Queued in one go (R19): its invoice, unless it has one, then all its documents merged in
 * the usual order. One that was Queued meanwhile stays as it is. What is refused is refused before the invoice is
 * made, as far as it can be known. Throws not_found for another company's load.
 */
export async function invoiceAndMerge(
  actor: Actor,
  { loadId }: LoadPapersInput,
  clock: Clock = systemClock,
): Promise<InvoiceAndMergeResult> {
  const before = await listPapers(actor, { loadId });
  const { loadNumber } = before;
  const refused = (sentences: string[]) =>
    ({ kind: "refused", loadNumber, sentence: sentences.join(" ") }) as const;
  if (before.status === "queued" && before.invoice?.packetId)
    return { kind: "queued", loadNumber, warning: null };
  const first = [
    ...before.invoiceBlockers,
    ...before.mergeBlockers.filter(({ reason }) => reason !== "no_invoice"),
  ];
  if (first.length > 0) return refused([...new Set(first.map(({ sentence }) => sentence))]);

  const invoiced = await invoiceLoad(actor, { loadId }, clock);
  if (invoiced.kind === "refused") return refused(invoiced.blockers.map(({ sentence }) => sentence));
  if (invoiced.kind === "number_wanted") {
    const { subsidiaryName } = invoiced.wanted;
    return refused([
      `${subsidiaryName} has no invoice yet. Press Invoice Load on one of its loads first, to say where its numbers begin.`,
    ]);
  }
  const { documents } = await listPapers(actor, { loadId });
  const documentIds = mergeOrder(documents).map(({ id }) => id);
  const merged = await mergeLoadDocuments(actor, { loadId, documentIds }, clock);
  if (merged.kind === "refused") return refused(merged.blockers.map(({ sentence }) => sentence));
  return { kind: "queued", loadNumber, warning: merged.warning };
}
