import { join } from "node:path";
import { inCompany } from "#db/client.ts";
import type { LoadDocumentRow } from "#db/queries/documents.ts";
import { lockLoads } from "#db/queries/loads.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import { sendOutboxEvents } from "#server/outbox/send-outbox-events.ts";
import { blockersOfMerge, type LoadPaperFacts, readPaperFacts } from "./load-facts.ts";
import { readApart } from "./read-apart.ts";
import { DOCUMENT_KIND_LABELS } from "./rules/document-kind.ts";
import { formatBytes, MAX_MERGE_BYTES } from "./rules/document-limits.ts";
import type { MergeBlocker } from "./rules/merge-blockers.ts";
import type { MergeLoadDocuments, MergeResult } from "./schemas.ts";
import { copyFileTo, measureFile, putFileFrom, type StoredFile } from "./storage.ts";
import { withTempFolder } from "./with-temp-folder.ts";
import { writePacket } from "./write-packet.ts";

/**
 * Merge documents (R19): joins the chosen documents of a load, in the order given, into the one PDF that goes to the
 * factor, byte for byte. A Released load becomes Queued, and its broker's automatic credit check is asked for (R15);
 * merging again while Queued replaces the packet. Files are read and joined outside the transaction; what decides is
 * read again inside it. The same merge twice, as by a double click, is one packet. Throws not_found for another
 * company's load.
 */
export async function mergeLoadDocuments(
  actor: Actor,
  input: MergeLoadDocuments,
  clock: Clock = systemClock,
): Promise<MergeResult> {
  const { scope } = actor;
  const planned = await inCompany(scope, async (tx) =>
    planMerge(await readPaperFacts(tx, scope, input.loadId), input),
  );
  if ("blockers" in planned) return { kind: "refused", blockers: planned.blockers };
  const merged = await mergeApart(actor, planned.chosen);
  if ("blockers" in merged) return { kind: "refused", blockers: merged.blockers };
  const { result, events } = await inCompany(scope, async (tx) => {
    const [load] = await lockLoads(tx, scope, [input.loadId]);
    if (!load) throw noSuchLoad();
    const facts = await readPaperFacts(tx, scope, input.loadId);
    const plan = planMerge(facts, input);
    if ("blockers" in plan) return { result: { kind: "refused" as const, ...plan }, events: [] };
    return writePacket(tx, actor, {
      facts,
      documentIds: input.documentIds,
      ...merged,
      now: clock(),
    });
  });
  // Not waited for: it never throws, and the sweep sends what it can't.
  void sendOutboxEvents(scope, events);
  return result;
}

type Plan = { chosen: LoadDocumentRow[] } | { blockers: MergeBlocker[] };

function planMerge(facts: LoadPaperFacts, { documentIds }: MergeLoadDocuments): Plan {
  const chosen: LoadDocumentRow[] = [];
  for (const id of new Set(documentIds)) {
    const document = facts.present.find((row) => row.id === id && row.kind !== "packet");
    if (!document) return refused("document_gone", GONE);
    chosen.push(document);
  }
  const total = chosen.reduce((sum, { byteSize }) => sum + byteSize, 0);
  if (total > MAX_MERGE_BYTES) return refused("too_large", tooLarge(total));
  const blockers = blockersOfMerge(
    facts,
    chosen.flatMap(({ id, kind }) => (kind !== "invoice" || id === facts.invoice?.documentId ? kind : [])),
  );
  return blockers.length > 0 ? { blockers } : { chosen };
}

/** Joins the files and stores what comes of it. */
function mergeApart(
  { scope }: Actor,
  chosen: LoadDocumentRow[],
): Promise<{ file: StoredFile; pageCount: number } | { blockers: MergeBlocker[] }> {
  return withTempFolder(async (folder) => {
    const target = join(folder, "merged");
    const paths: string[] = [];
    for (const { sha256 } of chosen) {
      const path = join(folder, String(paths.length));
      await copyFileTo(scope, sha256, path);
      paths.push(path);
    }
    const merged = await readApart(scope, "merge", { paths, target });
    if (merged === "too_heavy") return refused("too_large", TOO_HEAVY);
    if ("unreadable" in merged) return refused("unreadable", unreadable(chosen[merged.unreadable]));
    const file = await measureFile(target);
    await putFileFrom(scope, target, file);
    return { file, pageCount: merged.pageCount };
  });
}

const GONE =
  "A document that was chosen is no longer among the load's documents. Nothing was merged; look at the list and merge again.";

const TOO_HEAVY =
  "These documents take more memory or time to merge than papers should, so nothing was merged. Print the one with the most pages or drawings to a new PDF, add that in its place, and merge again.";

function unreadable(document: LoadDocumentRow | undefined): string {
  const name = document ? `The ${DOCUMENT_KIND_LABELS[document.kind]} “${document.fileName}”` : "A document";
  return `${name} can't be read, so nothing was merged. Remove it, add it again as a new scan or PDF, and merge again.`;
}

function tooLarge(bytes: number): string {
  return `These documents are ${formatBytes(bytes)} together, and at most ${formatBytes(MAX_MERGE_BYTES)} are merged. Leave some out.`;
}

function refused(reason: MergeBlocker["reason"], sentence: string): { blockers: MergeBlocker[] } {
  return { blockers: [{ reason, sentence, fix: null }] };
}
