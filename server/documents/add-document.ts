import { inCompany, type Tx } from "#db/client.ts";
import { insertDocument, listDocumentsOfLoad } from "#db/queries/documents.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import { inspectFile } from "./inspect-file.ts";
import { receiveFile } from "./receive-file.ts";
import { DOCUMENT_KIND_LABELS } from "./rules/document-kind.ts";
import { MAX_DOCUMENTS, MAX_FILE_BYTES } from "./rules/document-limits.ts";
import { type FileProblem, fileProblemSentence } from "./rules/file-problem.ts";
import type { AddDocument, AddDocumentResult } from "./schemas.ts";
import { putFile, type StoredFile } from "./storage.ts";

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
  const refused = (problem: FileProblem) =>
    ({ kind: "refused", sentence: fileProblemSentence(problem, input.fileName) }) as const;
  const bytes = await receiveFile(body, MAX_FILE_BYTES);
  if (!bytes) return refused("too_large");
  const inspected = await inspectFile(bytes);
  if ("problem" in inspected) return refused(inspected.problem);
  const file = await putFile(scope, bytes);
  return inCompany(scope, (tx) => writeDocument(tx, actor, { ...input, ...inspected, file, now: clock() }));
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
