import { Readable } from "node:stream";
import { forActor } from "#server/auth/for-actor.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { type OpenedDocument, openDocument } from "./open-document.ts";
import { harmlessFileName } from "./rules/harmless-file-name.ts";

/** Types that are shown in the browser; anything else would only be saved. */
const POLICIES: Readonly<Record<string, string>> = {
  // No `sandbox` here: Chrome's PDF viewer refuses to open inside one. It runs no script of the page's origin.
  "application/pdf":
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
  "image/png": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  "image/jpeg": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
};

const SAVE_ONLY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Answers a request for a document: everyone signed in may see the documents of their company's loads. */
export const answerDocument = forActor<{ documentId: string }>(
  "signed_in",
  async (actor, request, { documentId }) => {
    const knownSha256 = readETag(request.headers.get("if-none-match"));
    return documentResponse(await openDocument(actor, documentId, { now: systemClock(), knownSha256 }));
  },
);

/** The HTTP answer for a document: streamed, shown inline, never sniffed, never taken from a shared cache. */
export function documentResponse({ document, stream }: OpenedDocument): Response {
  const policy = POLICIES[document.contentType];
  const headers = new Headers({
    ETag: `"${document.sha256}"`,
    "Cache-Control": "private, no-cache",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": policy ?? SAVE_ONLY,
  });
  if (!stream) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", policy ? document.contentType : "application/octet-stream");
  headers.set("Content-Length", String(document.byteSize));
  headers.set("Content-Disposition", disposition(policy ? "inline" : "attachment", document.fileName));
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers });
}

/** The hash in an `If-None-Match`; null where it names none of ours. */
function readETag(header: string | null): string | null {
  return /^(?:W\/)?"([0-9a-f]{64})"$/.exec(header?.trim() ?? "")?.[1] ?? null;
}

/** A file name that can't break out of its header: plain ASCII, and its full form percent-encoded (RFC 6266). */
function disposition(kind: "inline" | "attachment", fileName: string): string {
  const name = harmlessFileName(fileName);
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
