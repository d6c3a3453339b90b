import { inCompany, type Tx } from "#db/client.ts";
import { type DocumentRow, getDocument } from "#db/queries/documents.ts";
import { findLatestSubmission } from "#db/queries/load-details.ts";
import { lockLoads } from "#db/queries/loads.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { AuditAction } from "#server/audit/rules/actions.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { DocumentId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { noSuchLoad } from "#server/loads/no-such-load.ts";
import { documentChangeRefusal } from "./rules/document-change.ts";
import type { ChangeDocumentResult } from "./schemas.ts";

type Change = {
  action: AuditAction;
  /** What is written down beside load and kind. */
  data?: Record<string, unknown>;
  at: Date;
  /** Makes the change, or says in a sentence why not; the load is locked. */
  apply: (tx: Tx, document: DocumentRow) => Promise<string | null>;
};

/**
 * Changes a document that may be changed, with audit and notice; refused with the reason where its load's invoice is
 * with OTR. Throws not_found for another company's document.
 */
export function changeDocument(
  actor: Actor,
  documentId: DocumentId,
  { action, data, at, apply }: Change,
): Promise<ChangeDocumentResult> {
  const { scope } = actor;
  return inCompany(scope, async (tx) => {
    const { loadId } = await getDocument(tx, scope, documentId);
    const [load] = await lockLoads(tx, scope, [loadId]);
    if (!load) throw noSuchLoad();
    // Read again: who held the lock may have changed it.
    const document = await getDocument(tx, scope, documentId);
    const submission = await findLatestSubmission(tx, scope, loadId);
    const refusal =
      documentChangeRefusal({ status: load.status, submission }, document.kind) ??
      (await apply(tx, document));
    if (refusal) return { kind: "refused", sentence: refusal };
    const { kind, sha256 } = document;
    await recordAudit(tx, scope, {
      action,
      subject: documentId,
      at,
      by: actor,
      data: { loadId, kind, sha256, ...data },
    });
    await notify(tx, scope, { topic: "load", id: loadId }, { topic: "queue" });
    return { kind: "changed" };
  });
}
