import { listDocumentsOfLoad, updateDocument } from "#db/queries/documents.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { changeDocument } from "./change-document.ts";
import type { ChangeDocumentResult, RetireDocument } from "./schemas.ts";

/**
 * Puts a removed document back. Refused where its bytes were added again meanwhile, and where the load's invoice is
 * with OTR. Throws not_found for another company's document.
 */
export function restoreDocument(
  actor: Actor,
  { documentId }: RetireDocument,
  clock: Clock = systemClock,
): Promise<ChangeDocumentResult> {
  return changeDocument(actor, documentId, {
    action: "document.restored",
    at: clock(),
    apply: async (tx, { loadId, sha256, retiredAt }) => {
      if (!retiredAt) return "This document is among the load's documents already.";
      const others = await listDocumentsOfLoad(tx, actor.scope, loadId);
      if (others.some((other) => other.retiredAt === null && other.sha256 === sha256)) {
        return "The same file was added again meanwhile, so there is nothing to put back.";
      }
      await updateDocument(tx, actor.scope, documentId, { retiredAt: null });
      return null;
    },
  });
}
