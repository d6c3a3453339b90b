import { updateDocument } from "#db/queries/documents.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { changeDocument } from "./change-document.ts";
import type { ChangeDocumentResult, RetireDocument } from "./schemas.ts";

/**
 * Removes a document from its load. Its bytes and its record stay, since it may have been sent, and it can be put back.
 * Refused where the load's invoice is with OTR. Throws not_found for another company's document.
 */
export function retireDocument(
  actor: Actor,
  { documentId }: RetireDocument,
  clock: Clock = systemClock,
): Promise<ChangeDocumentResult> {
  const at = clock();
  return changeDocument(actor, documentId, {
    action: "document.retired",
    at,
    apply: async (tx, { retiredAt }) => {
      if (retiredAt) return "This document was removed already.";
      await updateDocument(tx, actor.scope, documentId, { retiredAt: at });
      return null;
    },
  });
}
