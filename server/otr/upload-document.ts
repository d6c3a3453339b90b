import type { OtrClient } from "./client.ts";
import type { DocumentClass } from "./config.ts";
import type { Exchange } from "./exchange.ts";
import type { OtrAnswer } from "./http.ts";
import type { NetworkCause } from "./network-failure.ts";
import type { NotSent, Refusal } from "./refusals.ts";
import { sniffFile } from "./sniff-file.ts";
import { uploadBody } from "./upload-body.ts";

/** One document for an invoice that exists at OTR. */
export type DocumentUpload = {
  otrInvoicePkey: number;
  documentClass: DocumentClass;
  fileName: string;
  bytes: Uint8Array;
};

/** What became of one upload. `exchange` is missing only where the file was refused before any call. */
export type UploadDocumentOutcome =
  | { kind: "stored"; otrText?: string; exchange: Exchange }
  | { kind: "rejected"; httpStatus: number | null; otrText?: string; exchange?: Exchange }
  /** `limitBytes` is our own limit where that was the one passed; null when OTR said 413. */
  | { kind: "too_large"; limitBytes: number | null; exchange?: Exchange }
  /** The document may be attached. Nothing lists documents: send it once more, then ask a person (OTR §10.3). */
  | {
      kind: "outcome_unknown";
      cause: NetworkCause | "server_error" | "unreadable_reply" | "unexpected_status";
      otrText?: string;
      exchange: Exchange;
    }
  | NotSent
  | Refusal;

// Texts under a 500 that mean this file will never be taken (OTR §8.3).
const permanentServerErrors = /invalid or corrupt pdf|object reference not set/i;

/** Attaches one document, once. Any 2xx counts as stored, also an empty one (OTR §8). */
export async function uploadDocument(
  client: OtrClient,
  { otrInvoicePkey, documentClass, fileName, bytes }: DocumentUpload,
): Promise<UploadDocumentOutcome> {
  const { maxFileBytes, docTypes, timeouts } = client.config;
  if (bytes.byteLength > maxFileBytes) return { kind: "too_large", limitBytes: maxFileBytes };
  const format = sniffFile(bytes);
  if (!format) return { kind: "rejected", httpStatus: null, otrText: "The file is not a PDF, JPEG or PNG." };
  const { contentType, body } = uploadBody(
    { name: fileName, format, bytes },
    {
      DocumentType: "invoice-file-upload",
      ItemPkey: String(otrInvoicePkey),
      SendEmail: "false",
      InvoiceDocTypes: String(docTypes[documentClass]),
    },
  );
  const outcome = await client.call({
    method: "POST",
    path: "/file-upload",
    headers: { "Content-Type": contentType },
    body,
    timeoutMs: timeouts.uploadMs,
  });
  if (outcome.kind === "no_answer") {
    return { kind: "outcome_unknown", cause: outcome.failure.cause, exchange: outcome.exchange };
  }
  return outcome.kind === "answer" ? outcomeOf(outcome) : outcome;
}

function outcomeOf({ status, body, text: otrText, exchange }: OtrAnswer): UploadDocumentOutcome {
  if (status >= 200 && status < 300) {
    // An empty success is success here; a web page is a gateway's, and says nothing of the document (OTR §10.5).
    if (isWebPage(body)) return { kind: "outcome_unknown", cause: "unreadable_reply", otrText, exchange };
    return { kind: "stored", otrText: exchange.otrText, exchange };
  }
  if (status === 413) return { kind: "too_large", limitBytes: null, exchange };
  const permanent = (status >= 400 && status < 500) || permanentServerErrors.test(otrText ?? "");
  if (permanent) return { kind: "rejected", httpStatus: status, otrText, exchange };
  const cause = status >= 500 ? "server_error" : "unexpected_status";
  return { kind: "outcome_unknown", cause, otrText, exchange };
}

function isWebPage(body: string): boolean {
  return /^<(!doctype|html)/i.test(body);
}
