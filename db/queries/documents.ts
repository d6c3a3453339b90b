import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { documents } from "#db/schema/index.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { DocumentId } from "#server/kernel/ids.ts";
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
