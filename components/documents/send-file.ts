import type { ChosenKind } from "#server/documents/rules/document-kind.ts";
import type { AddDocumentResult } from "#server/documents/schemas.ts";
import type { LoadId } from "#server/kernel/ids.ts";

type Sending = {
  loadId: LoadId;
  file: File;
  kind: ChosenKind;
  /** Called with the bytes that are on their way. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
};

/** What came of sending: the server's word, or that it can be tried again. */
export type SendResult = AddDocumentResult | { kind: "lost"; sentence: string };

const LOST =
  "The connection was lost before the file was received, so it was not added. Check the network and try again.";

/** Answers that are not the upload's own: from what stands before it. */
const BY_STATUS: Readonly<Record<number, string>> = {
  401: "Your session has ended, so the file was not added. Sign in again in another tab, then try again.",
  413: "A server between you and Lading takes no file of this size. Make it smaller, or ask your administrator.",
};

/**
 * Sends one file to a load's documents. XMLHttpRequest, because only it tells how far an upload is. What went wrong
 * comes back with its sentence; it never rejects.
 */
export function sendFile({ loadId, file, kind, onProgress, signal }: Sending): Promise<SendResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const lose = (sentence: string) => resolve({ kind: "lost", sentence });
    const query = new URLSearchParams({ kind, name: file.name });
    request.open("POST", `/api/loads/${loadId}/documents?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (answer && "kind" in answer) resolve(answer);
      else lose(BY_STATUS[request.status] ?? answer?.message ?? LOST);
    };
    request.onerror = () => lose(LOST);
    request.onabort = () => lose("The upload was cancelled.");
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function parse(text: string): AddDocumentResult | { message: string } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
