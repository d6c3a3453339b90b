import { updateDocument } from "#db/queries/documents.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { changeDocument } from "./change-document.ts";
import type { ChangeDocumentResult, SetDocumentKind } from "./schemas.ts";

/**
 * Says what a document is, for example that a file is the POD. Refused where the load's invoice is with OTR. Throws
 * not_found for another company's document.
 */
export function setDocumentKind(
  actor: Actor,
  { documentId, kind }: SetDocumentKind,
  clock: Clock = systemClock,
): Promise<ChangeDocumentResult> {
  return changeDocument(actor, documentId, {
    action: "document.kind_changed",
    at: clock(),
    data: { to: kind },
    apply: async (tx, { retiredAt }) => {
      if (retiredAt) return "This document was removed. Put it back first.";
      await updateDocument(tx, actor.scope, documentId, { kind });
      return null;
    },
  });
}
