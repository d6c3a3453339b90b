import { readFile, StoredFileError } from "#server/documents/storage.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type UploadDocumentOutcome, uploadDocument } from "#server/otr/upload-document.ts";
import type { BegunCall } from "./begin-call.ts";
import type { CallResult } from "./call-result.ts";
import { commonEffect, type Effect } from "./effect.ts";

/** Attaches the merged document, byte for byte the one that was promised when the batch was made. */
export async function callAttach(
  scope: CompanyScope,
  { client, submission }: BegunCall,
): Promise<CallResult> {
  const { otrInvoicePkey, invoiceNumber, documentSha256 } = submission.invoice;
  if (otrInvoicePkey === null) throw new Error("a document needs an invoice at OTR");
  const bytes = await promisedBytes(scope, documentSha256);
  if (!bytes) {
    const effect = { kind: "failed", reason: "document_missing", detail: null } as const;
    return { outcome: "document_missing", exchange: undefined, effect };
  }
  const outcome = await uploadDocument(client, {
    otrInvoicePkey,
    documentClass: "merged_packet",
    fileName: `invoice-${invoiceNumber}.pdf`,
    bytes,
  });
  return { outcome: nameOf(outcome), exchange: outcome.exchange, effect: effectOf(outcome) };
}

/** Storage checks the hash: what comes back is what was promised, or nothing. */
async function promisedBytes(scope: CompanyScope, sha256: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(scope, sha256);
  } catch (error) {
    if (error instanceof StoredFileError) return undefined;
    throw error;
  }
}

function effectOf(outcome: UploadDocumentOutcome): Effect {
  switch (outcome.kind) {
    case "stored":
      return { kind: "attached" };
    case "rejected":
      return { kind: "failed", reason: "document_rejected", detail: outcome.otrText ?? null };
    case "too_large":
      return { kind: "failed", reason: "document_too_large", detail: null };
    case "outcome_unknown":
      return { kind: "lost", detail: outcome.otrText ?? null };
    default:
      return commonEffect(outcome);
  }
}

function nameOf(outcome: UploadDocumentOutcome): string {
  return outcome.kind === "outcome_unknown" ? `${outcome.kind}:${outcome.cause}` : outcome.kind;
}
