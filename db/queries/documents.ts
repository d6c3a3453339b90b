import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { documents, users } from "#db/schema/index.ts";
import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { DocumentId, LoadId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";

/** What is known of a stored document; also of one that was replaced, since it may have been sent. */
export type DocumentRow = typeof documents.$inferSelect;

/** A document of the company. Throws not_found for any other, without telling whether it exists elsewhere (R2). */
export async function getDocument(tx: Tx, scope: CompanyScope, id: DocumentId): Promise<DocumentRow> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.companyId, scope.companyId), eq(documents.id, id)));
  if (!row) throw documentNotFound();
  return row;
}

/** The refusal for a document that isn't there, or is somebody else's. */
export function documentNotFound(): AppError {
  return new AppError("not_found", "There is no such document. It may have been opened from an old link.");
}

/** A document of a load with who added it; null where Lading did. */
export type LoadDocumentRow = Awaited<ReturnType<typeof listDocumentsOfLoad>>[number];

/** The documents of a load, oldest first, those that were removed or replaced included: at most a few dozen. */
export function listDocumentsOfLoad(tx: Tx, scope: CompanyScope, loadId: LoadId) {
  return tx
    .select({
      id: documents.id,
      kind: documents.kind,
      fileName: documents.fileName,
      contentType: documents.contentType,
      byteSize: documents.byteSize,
      sha256: documents.sha256,
      pageCount: documents.pageCount,
      createdAt: documents.createdAt,
      createdByName: users.name,
      retiredAt: documents.retiredAt,
    })
    .from(documents)
    .leftJoin(users, eq(users.id, documents.createdBy))
    .where(and(eq(documents.companyId, scope.companyId), eq(documents.loadId, loadId)))
    .orderBy(asc(documents.id));
}

/** Adds a document; its bytes are stored already. */
export async function insertDocument(
  tx: Tx,
  scope: CompanyScope,
  row: Omit<typeof documents.$inferInsert, "companyId">,
): Promise<void> {
  await tx.insert(documents).values({ ...row, companyId: scope.companyId });
}

/** Changes what is said of a document; the caller has locked its load. */
export async function updateDocument(
  tx: Tx,
  scope: CompanyScope,
  id: DocumentId,
  change: Partial<Pick<DocumentRow, "kind" | "retiredAt">>,
): Promise<void> {
  await tx
    .update(documents)
    .set(change)
    .where(and(eq(documents.companyId, scope.companyId), eq(documents.id, id)));
}

/** Retires the documents of these kinds of a load that count now. They are kept: they may have been sent. */
export async function retireDocuments(
  tx: Tx,
  scope: CompanyScope,
  loadId: LoadId,
  kinds: DocumentKind[],
  at: Date,
): Promise<void> {
  await tx
    .update(documents)
    .set({ retiredAt: at })
    .where(
      and(
        eq(documents.companyId, scope.companyId),
        eq(documents.loadId, loadId),
        inArray(documents.kind, kinds),
        isNull(documents.retiredAt),
      ),
    );
}
