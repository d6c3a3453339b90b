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

const LOST =
  "The connection was lost before the file was received, so it was not added. Check the network and add it again.";

/**
 * Sends one file to a load's documents. XMLHttpRequest, because only it tells how far an upload is. What went wrong
 * comes back as a refusal with its sentence; it never rejects.
 */
export function sendFile({ loadId, file, kind, onProgress, signal }: Sending): Promise<AddDocumentResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const refuse = (sentence: string) => resolve({ kind: "refused", sentence });
    const query = new URLSearchParams({ kind, name: file.name });
    request.open("POST", `/api/loads/${loadId}/documents?${query}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (answer && "kind" in answer) resolve(answer);
      else refuse(answer?.message ?? LOST);
    };
    request.onerror = () => refuse(LOST);
    request.onabort = () => refuse("The upload was cancelled.");
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
