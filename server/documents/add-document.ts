import { join } from "node:path";
import { inCompany, type Tx } from "#db/client.ts";
import { insertDocument, listDocumentsOfLoad } from "#db/queries/documents.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import { readApart } from "./read-apart.ts";
import { receiveFile } from "./receive-file.ts";
import { DOCUMENT_KIND_LABELS } from "./rules/document-kind.ts";
import { MAX_DOCUMENTS, MAX_FILE_BYTES } from "./rules/document-limits.ts";
import { type FileProblem, fileProblemSentence } from "./rules/file-problem.ts";
import type { AddDocument, AddDocumentResult } from "./schemas.ts";
import { putFileFrom, type StoredFile } from "./storage.ts";
import { withTempFolder } from "./with-temp-folder.ts";

/**
 * Adds a file to a load's documents (R20): its bytes as they are, under their SHA-256. What it is comes from the
 * bytes; one that the factor couldn't read is refused with what to do. The same bytes twice on a load are one
 * document. Adding is possible at any time, since it changes nothing that was sent. Throws not_found for another
 * company's load, before anything is read.
 */
export async function addDocument(
  actor: Actor,
  input: AddDocument,
  body: AsyncIterable<Uint8Array>,
  clock: Clock = systemClock,
): Promise<AddDocumentResult> {
  const { scope } = actor;
  await inCompany(scope, (tx) => lockLoad(tx, actor, input));
  const taken = await withTempFolder((folder) => takeIn(actor, join(folder, "upload"), body));
  if ("problem" in taken) {
    return { kind: "refused", sentence: fileProblemSentence(taken.problem, input.fileName) };
  }
  return inCompany(scope, (tx) => writeDocument(tx, actor, { ...input, ...taken, now: clock() }));
}

type Taken = { file: StoredFile; contentType: string; pageCount: number } | { problem: FileProblem };

/** Receives the file at `path`, looks at it, and stores it where it can be a document. */
async function takeIn({ scope }: Actor, path: string, body: AsyncIterable<Uint8Array>): Promise<Taken> {
  const file = await receiveFile(body, path, MAX_FILE_BYTES);
  if (!file) return { problem: "too_large" };
  const inspected = await readApart(scope, "inspect", { path });
  if (inspected === "too_heavy") return { problem: "too_heavy" };
  if ("problem" in inspected) return inspected;
  await putFileFrom(scope, path, file);
  return { file, ...inspected };
}

async function lockLoad(tx: Tx, { scope }: Actor, { loadId }: AddDocument): Promise<void> {
  const [load] = await lockLoads(tx, scope, [loadId]);
  if (!load) throw noSuchLoad();
}

type NewDocument = AddDocument & { contentType: string; pageCount: number; file: StoredFile; now: Date };

async function writeDocument(
  tx: Tx,
  actor: Actor,
  { file, now, ...document }: NewDocument,
): Promise<AddDocumentResult> {
  const { scope, userId } = actor;
  const { loadId, kind, fileName } = document;
  // Two uploads of one file come after each other here, and the second finds the first.
  await lockLoad(tx, actor, document);
  const present = (await listDocumentsOfLoad(tx, scope, loadId)).filter(
    ({ retiredAt }) => retiredAt === null,
  );
  const same = present.find(({ sha256 }) => sha256 === file.sha256);
  if (same) {
    return {
      kind: "duplicate",
      documentId: same.id,
      sentence: `This load has this very file already, as ${DOCUMENT_KIND_LABELS[same.kind]} “${same.fileName}”. It was not added again.`,
    };
  }
  if (present.length >= MAX_DOCUMENTS) {
    return {
      kind: "refused",
      sentence: `This load has ${MAX_DOCUMENTS} documents, and more make no packet that a factor reads. Remove some first.`,
    };
  }
  const documentId = newId("document");
  await insertDocument(tx, scope, {
    ...document,
    ...file,
    id: documentId,
    createdBy: userId,
    createdAt: now,
  });
  await recordAudit(tx, scope, {
    action: "document.added",
    subject: documentId,
    at: now,
    by: actor,
    data: { loadId, kind, fileName, sha256: file.sha256, byteSize: file.byteSize },
  });
  await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
  return { kind: "added", documentId };
}
