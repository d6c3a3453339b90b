import type { Readable } from "node:stream";
import { inCompany } from "#db/client.ts";
import { type DocumentRow, documentNotFound, getDocument } from "#db/queries/documents.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { isId } from "#server/kernel/is-id.ts";
import { openFile } from "./storage.ts";

/** A document ready to be sent. `stream` is null where the reader has these very bytes already. */
export type OpenedDocument = { document: DocumentRow; stream: Readable | null };

/**
 * Opens a document of the actor's company for viewing and audits it (R34). `id` is what stood in the address;
 * `knownSha256` the hash of bytes that the reader says to have. Throws not_found for a document that is unknown or
 * another company's, StoredFileError when its bytes are gone.
 */
export async function openDocument(
  actor: Actor,
  id: string,
  { now, knownSha256 }: { now: Date; knownSha256: string | null },
): Promise<OpenedDocument> {
  const { scope } = actor;
  if (!isId("document", id)) throw documentNotFound();
  const document = await inCompany(scope, (tx) => getDocument(tx, scope, id));
  if (document.sha256 === knownSha256) return { document, stream: null };
  const stream = await openFile(scope, document.sha256);
  await inCompany(scope, (tx) =>
    recordAudit(tx, scope, {
      action: "document.downloaded",
      subject: document.id,
      at: now,
      by: actor,
      data: { loadId: document.loadId, kind: document.kind, sha256: document.sha256 },
    }),
  );
  return { document, stream };
}
